/** One project a kind of test: what is pure, what needs the cloud on a laptop, what needs a build or a browser. */
const project = (name) => ({
  displayName: name,
  rootDir: __dirname,
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`, `<rootDir>/test/${name}/**/*.test.tsx`],
  testEnvironment: 'node',
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022', transform: { react: { runtime: 'automatic' } } } },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
})

/** @type {import('jest').Config} */
module.exports = {
  // Two cores: one for a test, one for the cloud that it talks to.
  maxWorkers: 2,
  testTimeout: 30_000,
  projects: [
    project('domain'),
    project('emulator'),
    project('functions'),
    { ...project('miniprogram'), testEnvironment: 'jsdom' },
    project('e2e'),
  ],
}
