import { defineConfig, globalIgnores } from 'eslint/config';
import nextCoreWebVitals from 'eslint-config-next/core-web-vitals';
import nextTypescript from 'eslint-config-next/typescript';

const TESTS = ['**/*.test.{ts,tsx,mjs}', '**/testing/**', 'e2e/**', 'scripts/vitest/**'];
const NEXT_FILES = 'app/**/{page,layout,template,default,error,global-error,loading,not-found,icon,opengraph-image,sitemap,robots,manifest}.{ts,tsx}';

const ENVIRONMENT = { object: 'process', property: 'env', message: 'Only lib/env.ts reads the environment: it checks it.' };
const CLOCK = 'Domain and engine take the time from the clock port, so that tests can move it.';
const CHANCE = 'Domain and engine take chance from outside, so that tests can repeat themselves.';
const NETWORK = 'Domain and engine reach the network through ports alone.';
const MACHINE = 'Domain and engine know no machine: clock, chance and network come through ports.';

export default defineConfig([
  ...nextCoreWebVitals,
  ...nextTypescript,
  globalIgnores(['.next/**', '.data/**', 'dist/**', 'lib/generated/**', 'test-results/**', 'playwright-report/**', 'next-env.d.ts']),
  {
    name: 'everywhere',
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 3],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true } }],
      'no-restricted-properties': ['error', ENVIRONMENT],
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-unused-expressions': 'error',
    },
  },
  {
    name: 'with-types',
    files: ['**/*.{ts,tsx}'],
    // One program for all files: half the time of the project service, which serves editors.
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    name: 'components-may-be-longer',
    files: ['**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }] },
  },
  {
    name: 'product-code-logs-through-the-logger',
    files: ['{app,components,lib,worker}/**/*.{ts,tsx}', 'instrumentation.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    name: 'domain-and-engine-are-true-without-clock-chance-and-network',
    files: ['lib/{domain,engine}/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-globals': [
        'error',
        ...['setTimeout', 'setInterval', 'setImmediate', 'performance'].map((name) => ({ name, message: CLOCK })),
        ...['fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource'].map((name) => ({ name, message: NETWORK })),
        { name: 'crypto', message: CHANCE },
        // Each of them leads to all of the above by another name.
        ...['globalThis', 'global', 'window', 'self', 'process'].map((name) => ({ name, message: MACHINE })),
      ],
      'no-restricted-imports': ['error', { paths: ['crypto', 'node:crypto'].map((name) => ({ name, allowImportNames: ['createHash'], message: CHANCE })) }],
      'no-restricted-properties': [
        'error',
        ENVIRONMENT,
        { object: 'Date', property: 'now', message: CLOCK },
        { object: 'AbortSignal', property: 'timeout', message: CLOCK },
        { object: 'Math', property: 'random', message: CHANCE },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: CLOCK },
        { selector: 'CallExpression[callee.name="Date"]', message: CLOCK },
      ],
    },
  },
  {
    name: 'files-whose-default-export-a-tool-asks-for',
    files: [NEXT_FILES, '*.config.{js,ts,mjs}', 'scripts/vitest/*.ts', 'app/**/*.d.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    // Next replaces `process.env.NEXT_RUNTIME` while it builds, and only where it stands in full.
    name: 'files-that-may-read-the-environment',
    files: ['lib/env.ts', 'instrumentation.ts', '*.config.{js,ts,mjs}', 'scripts/**', 'bench/**', 'chaos/**', 'storm/**', ...TESTS],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    name: 'tests',
    files: TESTS,
    rules: { 'max-lines-per-function': 'off', 'max-params': 'off', 'no-console': 'off' },
  },
]);
