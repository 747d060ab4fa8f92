import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../lib/adapters/database/testing/test-database';
import { fuzzTokensInMemory, fuzzTokensOnPostgres } from './fuzz-tokens';

const seed = Date.now() % 2 ** 31;

describe('a Hike token that several processes find past its time', () => {
  it('is renewed once, in memory', async () => {
    const tally = await fuzzTokensInMemory({ inputs: 300, seed });
    expect(tally['renewed once']).toBeGreaterThan(0);
  });

  it('is renewed once, on PostgreSQL', async () => {
    const database = await createTestDatabase();
    try {
      const tally = await fuzzTokensOnPostgres(database.url, { inputs: 15, seed });
      expect(tally['renewed once']).toBeGreaterThan(0);
    } finally {
      await database.drop();
    }
  });
});
