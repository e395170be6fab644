/** The walls between the rooms (docs in README, "How it is built"). A rule's comment says what the wall is for. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    forbid('no-circles', 'A circle of files cannot be understood one at a time.', {}, { circular: true }),
    forbid('unresolved', 'What cannot be found cannot be checked.', {}, { couldNotResolve: true, pathNot: ['\\.(s?css|png)$'] }),
    forbid('emulator-alone', 'The emulator is a tool of its own: it knows nothing of this product.', { path: '^emulator/' }, { path: '^(src|cloudfunctions|config|demo|test)/' }),
    forbid('contract-pure', 'The contract is the ground of both sides: it stands on nothing but valibot.', { path: '^src/contract/' }, { pathNot: ['^src/contract/', 'node_modules/valibot'] }),
    forbid('screens-know-the-contract', 'Screens never see a function, a collection, the emulator or Node.', { path: '^src/' }, { path: '^(cloudfunctions|emulator|demo|test)/|^config/(?!settings/)' }),
    forbid('functions-know-no-screen', 'Of src, functions use the contract only.', { path: '^cloudfunctions/' }, { path: '^src/(?!contract/)|^(emulator|demo|test)/|^config/(?!settings/)' }),
    forbid('settings-pure', 'Settings are plain data.', { path: '^config/settings/' }, { pathNot: '^config/settings/' }),
    forbid(
      'subjects-by-their-index',
      "Subjects use each other only through what a subject's index.ts gives.",
      { path: '^cloudfunctions/([^/]+)/' },
      { path: '^cloudfunctions/([^/]+)/', pathNot: ['^cloudfunctions/$1/', '^cloudfunctions/[^/]+/index\\.ts$', '^cloudfunctions/kernel/'] },
    ),
    forbid('kernel-below', 'The kernel stands under the subjects.', { path: '^cloudfunctions/kernel/' }, { path: '^cloudfunctions/(?!kernel/)' }),
    forbid('kit-without-subject', 'The UI kit knows no subject.', { path: '^src/components/' }, { path: '^src/(message|data|pages|citizen|deputy|staff|unit)/' }),
    forbid('platform-below', 'Platform stands under the screens.', { path: '^src/platform/' }, { path: '^src/(components|message|data|pages|citizen|deputy|staff|unit)/' }),
    forbid('rooms-apart', 'A room of screens does not reach into another.', { path: '^src/(pages/[^/]+|citizen|deputy|staff|unit)/' }, { path: '^src/(pages/[^/]+|citizen|deputy|staff|unit)/', pathNot: '^src/$1/' }),
    forbid('tests-outside', 'The product does not stand on its tests.', { path: '^(src|cloudfunctions|emulator|config|demo)/' }, { path: '^test/' }),
    forbid('sdk-in-kernel', 'The cloud SDK is spoken to in the kernel only.', { path: '^cloudfunctions/(?!kernel/)' }, { path: 'wx-server-sdk' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.depcruise.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.h5.ts', '.h5.tsx', '.js', '.json'], mainFields: ['module', 'main', 'types', 'typings'] },
  },
}
