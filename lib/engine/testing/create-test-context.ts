import type { StoreHash } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { aProfile, someLists, someSettings } from '../../domain/testing/a-shop';
import type { JobContext } from '../jobs/job';
import type { Commit } from '../ports/commits';
import type { DirtyRow, Entry, JobThing } from '../ports/tables';
import { sampleConnection, sampleStore } from './batteries/sample-records';
import { createMemoryDatabase } from './create-memory-database';
import { createTestClock } from './create-test-clock';
import { createFakeVendors } from './fake-vendors';

export const NOW = '2026-01-20T03:00:00.000Z' as Instant;

const ALL_ENTRIES = { results: [], direction: null, thing: null, search: '', from: null, before: null, limit: 100 } as const;

/** What a job works with, without the pump: a set-up store on the memory database, and what was committed and logged. */
export const createTestContext = async (change: Partial<JobContext> = {}) => {
  const storeHash = 'abc123' as StoreHash;
  const [database, clock, vendors] = [createMemoryDatabase(), createTestClock(NOW), createFakeVendors()];
  vendors.now = () => clock.now();
  const { tables } = database;
  const store = sampleStore(storeHash, { profile: aProfile() });
  const connection = sampleConnection(storeHash, { lists: someLists() });
  await tables.stores.save(store);
  await tables.connections.save(connection);
  const commits: Commit[] = [];
  const logged: { level: string; message: string; facts: unknown }[] = [];
  const logAs = (level: string) => (message: string, facts?: Record<string, unknown>) => void logged.push({ level, message, facts });
  const context: JobContext = {
    storeHash,
    store,
    settings: someSettings(),
    connection,
    lists: connection.lists,
    bigcommerce: vendors.bigcommerce(store, () => undefined),
    hike: vendors.hike(store, () => undefined),
    vendors,
    database,
    installation: { appId: '4711', appUrl: 'https://app.example.com' },
    log: { info: logAs('info'), warn: logAs('warn'), error: logAs('error') },
    now: () => clock.now(),
    random: () => 0.5,
    probe: async () => ({ kind: 'answered' }),
    mail: null,
    record: (commit, work) => {
      commits.push(commit);
      return database.transaction(commit, work);
    },
    ...change,
  };
  /** A row that is due, after so many failed attempts. */
  const mark = async (id: string, { thing = 'sale', attempts = 0 }: { thing?: JobThing; attempts?: number } = {}): Promise<DirtyRow> => {
    await tables.dirty.mark(storeHash, { thing, id, priority: 10, notBefore: clock.now(), trigger: 'schedule' });
    for (let time = 0; time < attempts; time += 1) await tables.dirty.postpone(storeHash, (await tables.dirty.find(storeHash, thing, id))!, clock.now());
    return (await tables.dirty.find(storeHash, thing, id))!;
  };
  const entries = (): Promise<Entry[]> => tables.entries.list(storeHash, ALL_ENTRIES);
  return { context, storeHash, database, tables, clock, vendors, commits, logged, mark, entries };
};
