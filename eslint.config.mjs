import tseslint from 'typescript-eslint'
import reactHooks from 'eslint-plugin-react-hooks'

/** Types are checked by tsc, walls between folders by dependency-cruiser (.dependency-cruiser.cjs), unused code by knip. */
export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.data/', '.cache/', 'coverage/', 'test/**/fixtures/**'] },
  ...tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: 'error',
      'no-console': 'off',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-globals': ['error', 'wx', 'localStorage', 'fetch'],
    },
  },
  { files: ['src/platform/**/*.{ts,tsx}'], rules: { 'no-restricted-globals': 'off' } },
  {
    // Taro.*/wx.* is called in platform/ only; elsewhere Taro gives lifecycle hooks, which are named imports.
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/platform/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@tarojs/taro',
              allowImportNames: [
                'useDidShow', 'useDidHide', 'useReachBottom', 'usePullDownRefresh', 'useRouter', 'useShareAppMessage', 'useLoad', 'useUnload', 'useReady', 'useLaunch',
              ],
              message: 'Call Taro only in src/platform.',
            },
          ],
        },
      ],
    },
  },
  { files: ['**/*.{js,cjs}'], languageOptions: { sourceType: 'commonjs' }, rules: { '@typescript-eslint/no-require-imports': 'off' } },
)
