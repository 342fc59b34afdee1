import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { arrowConfigs } from './eslint.arrows.js';

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
      // As their generators write them, for their own linters.
      'test/consumers/apps/**',
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
  ...arrowConfigs,
  {
    files: ['*.{js,ts}', '**/*.config.{js,ts,mts}', '.storybook/**', '**/*.stories.tsx', 'examples/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // What a story's test reads once may not be there yet, on a busy machine. What it presses may not be either.
    files: ['stories/**/*.stories.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "AwaitExpression > CallExpression > MemberExpression.callee CallExpression[callee.name='expect']",
          message: 'Wait for it: `await waitFor(() => expect(…))`.',
        },
        {
          selector: "CallExpression[callee.object.name='userEvent'] > CallExpression[callee.property.name=/^getBy/]",
          message: 'Wait for it: `await canvas.findBy…`.',
        },
      ],
    },
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
