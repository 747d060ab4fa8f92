import { expect, it } from 'vitest';
import { createTestDatabase } from '../../lib/adapters/database/testing/test-database';
import { fuzzEndpoints } from './fuzz-endpoints';

const INPUTS = 300;

it('answers hostile requests without an unhandled error, and without a trace in the database', async () => {
  const database = await createTestDatabase();
  try {
    const tally = await fuzzEndpoints(database.url, { inputs: INPUTS, seed: Date.now() % 2 ** 31 });
    expect(Object.values(tally).reduce((sum, times) => sum + times, 0)).toBe(INPUTS);
    expect(tally.refused).toBeGreaterThan(0);
  } finally {
    await database.drop();
  }
});
