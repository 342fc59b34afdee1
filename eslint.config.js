import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * The arrows between the folders of src: what each may import from, itself and `errors` aside.
 * A folder that is not named in a list cannot be imported from there.
 */
const arrows = {
  params: [],
  protocol: [],
  meeting: ['params', 'protocol'],
  bridge: ['params', 'protocol', 'meeting', 'diagnosis'],
  diagnosis: ['params', 'embed/allow'],
  panels: ['params', 'diagnosis'],
  embed: ['params', 'protocol', 'bridge', 'meeting', 'diagnosis', 'panels/labels'],
  provider: ['params', 'protocol', 'meeting', 'bridge', 'embed', 'diagnosis', 'panels'],
  'room-url': ['params', 'embed'],
  server: ['params', 'room-url/contract'],
  sandbox: ['params', 'protocol', 'server'],
  testing: ['protocol'],
};
const folders = Object.keys(arrows);
const pure = ['params', 'protocol', 'meeting', 'bridge', 'diagnosis', 'server', 'testing'];

const arrowRules = folders.map((folder) => ({
  files: [`src/${folder}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(\\.\\./)+(?!${folder}/)(?!errors/)${arrows[folder].map((to) => `(?!${to}(/|\\.js$))`).join('')}(${folders.join('|')})/`,
            message: `src/${folder} may import from ${[folder, 'errors', ...arrows[folder]].join(', ')} only (see eslint.config.js).`,
          },
          ...(['server', 'sandbox'].includes(folder)
            ? [{ regex: '/errors/createError\\.js$', message: `src/${folder} uses createServerError.` }]
            : []),
          ...(pure.includes(folder)
            ? [{ regex: '^react(-dom)?(/|$)', message: `src/${folder} works without React.` }]
            : []),
        ],
      },
    ],
  },
}));

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      'node_modules/**',
      'storybook-static/**',
      'coverage/**',
      '.cache/**',
      '**/.next/**',
      '**/.svelte-kit/**',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  reactHooks.configs.flat.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'A file exports names.' }],
      'no-console': 'off',
    },
  },
  ...arrowRules,
  {
    files: ['*.{js,ts}', '**/*.config.{js,ts,mts}', '.storybook/**', '**/*.stories.tsx', 'examples/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // A sample may name what is there without using it.
    files: ['docs/samples/**'],
    rules: { 'no-restricted-syntax': 'off', '@typescript-eslint/no-unused-expressions': 'off' },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
);
