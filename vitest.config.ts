import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ['**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
    exclude: ['**/node_modules/**', '.next/**', '.data/**', 'e2e/**'],
    // Processes, not threads: tests end servers and read their own process number.
    pool: 'forks',
    sequence: { shuffle: true },
    globalSetup: ['scripts/vitest/start-database.ts', 'scripts/vitest/start-sandbox.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    unstubEnvs: true,
    restoreMocks: true,
  },
});
