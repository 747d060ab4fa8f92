import type { StoreHash } from '../../domain/ids';
import type { Job } from '../jobs/job';
import { JOB_THINGS, type JobThing } from '../ports/tables';
import { createPump, type PumpDeps } from '../pump';
import { sampleConnection, sampleStore } from './batteries/sample-records';
import { createMemoryDatabase } from './create-memory-database';
import { createMemoryQueue } from './create-memory-queue';
import { createTestClock } from './create-test-clock';
import { createFakeVendors } from './fake-vendors';

export const STORE = 'abc123' as StoreHash;

type PumpDepsOfBench = Omit<PumpDeps, 'owner' | 'jobs'> & { jobs: Record<JobThing, Job> };

/** A pump whose jobs only note what they were given. */
export const createPumpBench = async (change: Partial<Job> = {}) => {
  const database = createMemoryDatabase();
  const [clock, queue] = [createTestClock(), createMemoryQueue(database)];
  await database.tables.stores.save(sampleStore(STORE));
  await database.tables.connections.save(sampleConnection(STORE));
  const runs: { thing: JobThing; ids: string[] }[] = [];
  const job: Job = {
    batch: 10,
    needs: ['hike'],
    isUpkeep: false,
    subject: (row) => ({ thing: 'sale', direction: 'hike-to-bigcommerce', label: row.id, bigcommerceId: null, hikeId: null }),
    async run(context, rows) {
      runs.push({ thing: rows[0]!.thing, ids: rows.map(({ id }) => id) });
      for (const row of rows) await context.record('sale-sent', (tables) => tables.dirty.settle(STORE, row));
      return [];
    },
    ...change,
  };
  const jobs = Object.fromEntries(JOB_THINGS.map((thing) => [thing, job])) as Record<JobThing, Job>;
  const logged: { message: string; facts: unknown }[] = [];
  const note = (message: string, facts?: Record<string, unknown>) => void logged.push({ message, facts });
  const log = { info: note, warn: note, error: note };
  const vendors = createFakeVendors();
  const deps: PumpDepsOfBench = { database, queue, clock, agreedNow: async () => clock.now(), log, vendors, mail: null, random: () => 0.5, installation: { appId: '1', appUrl: '' }, jobs };
  const mark = (thing: JobThing, id: string, priority = 10) =>
    database.tables.dirty.mark(STORE, { thing, id, priority, notBefore: clock.now(), trigger: 'schedule' });
  const rows = () => database.tables.dirty.listDue(STORE, clock.now(), 100);
  return { database, clock, queue, runs, logged, vendors, mark, rows, pump: (owner = 'one') => createPump({ ...deps, owner }), deps };
};
