import { HikeCustomerId } from '../../../domain/ids';
import { instantPlus } from '../../../domain/instant-arithmetic';
import type { CustomerOutcome } from '../../ports/bigcommerce';
import { BrokenContract, repeatable } from '../../ports/failures';
import { outageBehind } from '../../outage-behind';
import type { DirtyRow } from '../../ports/tables';
import { chunksOf } from '../chunks-of';
import type { Failure, Job, JobContext } from '../job';
import { givenAddresses } from './customer-links';
import { traceOfCall, traceOfStep } from './customer-traces';
import { type CustomerStep, planCustomers } from './plan-customers';
import { isReadingHikeCustomers } from './poll-hike-customers';
import { recordCustomers } from './record-customers';

/** As many as BigCommerce takes in a call (reference: bigcommerce 8). */
const CUSTOMERS_PER_CALL = 10;

type CallStep = Extract<CustomerStep, { kind: 'create' | 'update' }>;

const run = async (context: JobContext, rows: readonly DirtyRow[]): Promise<Failure[]> => {
  const steps = await planCustomers(context, rows);
  const planned = new Set(steps.map(({ row }) => row));
  await context.record('stray-customers-settled', (tables) => tables.dirty.settleMany(context.storeHash, rows.filter((row) => !planned.has(row))));
  await recordCustomers(context, steps.flatMap((step) => (isCall(step) ? [] : [traceOfStep(step)])));
  const { customers } = context.bigcommerce;
  const creates = steps.filter((step) => step.kind === 'create');
  const updates = steps.filter((step) => step.kind === 'update');
  const addresses = await givenAddresses(context.database.tables, context.storeHash, updates.map(({ id }) => id));
  return [
    ...(await sendInChunks(context, creates, (batch) => customers.createMany(batch.map(({ draft }) => draft)))),
    ...(await sendInChunks(context, updates, (batch) => customers.updateMany(batch.map(({ id, draft }) => ({ id, draft, addressId: addresses.get(id) }))))),
  ];
};

const isCall = (step: CustomerStep): step is CallStep => step.kind === 'create' || step.kind === 'update';

/**
 * Each batch is recorded before the next is sent, so that a killed process leaves one batch to look up and not all. A lost
 * answer needs no intent here: every attempt asks for the e-mails before it creates anybody, so it finds whom the
 * lost one made; and should BigCommerce's list lag behind, it still takes no second customer with the same e-mail.
 */
const sendInChunks = async <Step extends CallStep>(context: JobContext, steps: readonly Step[], send: (batch: readonly Step[]) => Promise<CustomerOutcome[]>): Promise<Failure[]> => {
  const failures: Failure[] = [];
  for (const batch of chunksOf(steps, CUSTOMERS_PER_CALL)) {
    try {
      const outcomes = await send(batch);
      await recordCustomers(context, batch.map((step, index) => traceOfCall(step, outcomeAt(outcomes, index))));
    } catch (error) {
      failures.push(...batch.map(({ row }) => ({ row, error: repeatable(error) })));
      if ((await outageBehind(context, error)) !== null) break;
    }
  }
  return failures;
};

const outcomeAt = (outcomes: readonly CustomerOutcome[], index: number): CustomerOutcome => {
  const outcome = outcomes[index];
  if (outcome === undefined) throw new BrokenContract('bigcommerce', 'a batch of customers was answered in part');
  return outcome;
};

/** As many as BigCommerce is asked for in one call. */
const ROWS = 250;

/** Should Hike not answer meanwhile, nobody waits longer. */
const MOST_WAIT_MS = 60_000;

/** Those that fill no look-up wait while Hike's list of changes is not read to its end; one who comes alone ends the list. */
const waits = async (context: JobContext, rows: readonly DirtyRow[]): Promise<boolean> => {
  const [oldest] = rows;
  if (oldest === undefined || rows.length === ROWS || oldest.trigger === 'person' || instantPlus(oldest.notBefore, MOST_WAIT_MS) < context.now()) return false;
  return isReadingHikeCustomers(context);
};

/** Brings Hike's customers into BigCommerce, ten a call, each once. */
export const sendCustomers: Job = {
  batch: ROWS,
  waits,
  needs: ['bigcommerce'],
  isUpkeep: false,
  isPaused: ({ catalogue, paused }) => catalogue.startedAt === null || paused.customers,
  subject: ({ id }) => ({ thing: 'customer', direction: 'hike-to-bigcommerce', label: `Hike customer ${id}`, bigcommerceId: null, hikeId: id }),
  run,
  onFailure: async (context, tables, { row, willRetry, problem }) => {
    if (willRetry) return;
    const [seen] = await tables.customers.findMany(context.storeHash, [HikeCustomerId.parse(Number(row.id))]);
    if (seen !== undefined) await tables.customers.saveMany(context.storeHash, [{ ...seen, state: 'refused', problem: problem ?? null }]);
  },
};
