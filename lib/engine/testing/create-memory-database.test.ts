import { describe, expect, it } from 'vitest';
import { at, newStoreHash } from './batteries/sample-records';
import { createMemoryDatabase } from './create-memory-database';
import { databaseBattery } from './database-battery';

describe('the database in memory', () => {
  const database = createMemoryDatabase();
  databaseBattery(() => database);

  it('hands out copies, so that nobody changes what is kept by changing what was read', async () => {
    const hash = newStoreHash();
    const value = { since: at(1) };
    await database.tables.cursors.save(hash, 'c', value);
    value.since = at(2);
    const read = (await database.tables.cursors.find(hash, 'c')) as { since: string };
    read.since = at(3);
    expect(await database.tables.cursors.find(hash, 'c')).toEqual({ since: at(1) });
  });

  it('refuses the tables outside while a transaction of the same caller is under way', async () => {
    const mistaken = database.transaction('webhook-received', () => database.tables.stores.listActive());
    await expect(mistaken).rejects.toThrow('only the tables handed in');
  });
});
