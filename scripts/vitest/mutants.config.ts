import { defineConfig } from 'vitest/config';

/** The tests of one area; they need neither database nor sandbox, for they are run once per mutant. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    ...(JSON.parse(process.env.MUTANTS_TESTS ?? '{}') as { include: string[]; isolate: boolean }),
    testTimeout: 20_000,
    unstubEnvs: true,
    restoreMocks: true,
  },
});
