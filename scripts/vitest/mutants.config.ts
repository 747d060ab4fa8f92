import { defineConfig } from 'vitest/config';

/** The tests of an area that Vitest runs; they need neither database nor sandbox, for they are run once per mutant. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    ...(JSON.parse(process.env.MUTANTS_TESTS ?? '{}') as { include: string[] }),
    testTimeout: 20_000,
    unstubEnvs: true,
    restoreMocks: true,
  },
});
