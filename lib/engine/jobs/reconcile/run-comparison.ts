import { NOTHING_COMPARED, type Reconciliation } from '../../../domain/reconciliation';
import { comparedWindow } from '../../../domain/rules/reconciliation/compared-window';
import type { StoreProfile } from '../../../domain/shop-lists';
import { PRIORITY } from '../../priorities';
import type { DirtyRow } from '../../ports/tables';
import type { JobContext } from '../job';
import { planNextRound } from '../next-round';
import { isReadyToSync } from '../ready';
import { type Comparison, readComparison, saveComparison } from './comparison-cursor';
import { endComparison } from './end-comparison';
import { COMPARISON } from './reconcile-subject';
import { takeStep } from './take-step';

/** A round ends soon enough for whatever is more urgent; the next one goes on where it was. */
const STEPS_PER_ROUND = 3;

/** Opens the comparison, or goes on with it. */
export const runComparison = async (context: JobContext, row: DirtyRow): Promise<void> => {
  const { profile } = context.store;
  if (profile === null || !isReadyToSync(context)) {
    // The hourly look after the store plans another once everything is set.
    await context.record('comparison-left', (tables) => tables.dirty.settle(context.storeHash, row));
    return;
  }
  let at: Comparison | null = await openComparison(context, row, profile);
  for (let step = 0; step < STEPS_PER_ROUND && at !== null; step += 1) at = await takeStep(context, at, profile);
  await context.record('comparison-round-ended', async (tables) => {
    if (at === null) await endComparison(context, tables, row);
    else await planNextRound(context, tables, { row, inMs: 0, subject: COMPARISON, priority: Math.max(row.priority, PRIORITY.poll) });
  });
};

const openComparison = async (context: JobContext, row: DirtyRow, { timeZone }: StoreProfile): Promise<Comparison> => {
  const { storeHash, database: { tables } } = context;
  const going = await readComparison(tables, storeHash);
  if (going !== null) return going;
  const [last] = await tables.reconciliations.list(storeHash, 1);
  const number = (last?.number ?? 0) + 1;
  const trigger = row.trigger === 'person' ? 'person' : 'schedule';
  const run: Reconciliation = {
    number,
    trigger,
    startedAt: context.now(),
    endedAt: null,
    ...comparedWindow(context.now(), { timeZone, trigger }),
    counts: NOTHING_COMPARED,
    totals: [],
    found: 0,
  };
  const opened: Comparison = { number, stage: 'money', after: null, pages: 0 };
  await context.record('comparison-opened', async (inside) => {
    await inside.reconciliations.save(storeHash, run);
    await saveComparison(inside, storeHash, opened);
  });
  return opened;
};
