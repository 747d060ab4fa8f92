import { instantPlus } from '../../../domain/instant-arithmetic';
import { nextQuietHour } from '../../../domain/rules/stock/next-quiet-hour';
import { PRIORITY } from '../../priorities';
import type { Tables } from '../../ports/tables';
import type { JobContext } from '../job';
import { isReadyToSync } from '../ready';

/** The row `reconcile` with this id is the comparison; the others are fixes. */
export const COMPARISON_ROW = '-';

/** The nightly pass over all levels comes first: what it mends need not be told. */
const AFTER_THE_PASS_MS = 60 * 60_000;

/** Plans the nightly comparison where none is planned and there is something to compare. */
export const planReconciliation = async (context: JobContext, tables: Tables): Promise<void> => {
  const { storeHash, store } = context;
  if (!isReadyToSync(context) || (await tables.dirty.find(storeHash, 'reconcile', COMPARISON_ROW)) !== null) return;
  const quiet = nextQuietHour(instantPlus(context.now(), -AFTER_THE_PASS_MS), store.profile?.timeZone ?? 'UTC');
  const mark = { thing: 'reconcile', id: COMPARISON_ROW, priority: PRIORITY.upkeep, notBefore: instantPlus(quiet, AFTER_THE_PASS_MS), trigger: 'schedule' } as const;
  await tables.dirty.mark(storeHash, mark);
};
