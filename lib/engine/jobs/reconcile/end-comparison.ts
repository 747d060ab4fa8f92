import { problem } from '../../../domain/problems';
import type { DirtyRow, Tables } from '../../ports/tables';
import { entryOf, refusalOf } from '../entry-of';
import type { JobContext } from '../job';
import { endTrouble } from '../next-round';
import { saveComparison } from './comparison-cursor';
import { planReconciliation } from './plan-reconciliation';
import { COMPARISON } from './reconcile-subject';

const RECORD = 'differences';

/** The result stands, the sync log says what waits for a person, and the next night's is planned. */
export const endComparison = async (context: JobContext, tables: Tables, row: DirtyRow): Promise<void> => {
  const { storeHash } = context;
  const [run] = await tables.reconciliations.list(storeHash, 1);
  if (run !== undefined) await tables.reconciliations.save(storeHash, { ...run, endedAt: context.now() });
  await saveComparison(tables, storeHash, null);
  await tell(context, tables, row);
  await endTrouble(context, tables, { row, subject: COMPARISON });
  await tables.dirty.settle(storeHash, row);
  await planReconciliation(context, tables);
};

/** One line for all differences together, open while there are any. */
const tell = async (context: JobContext, tables: Tables, { trigger }: DirtyRow): Promise<void> => {
  const { storeHash } = context;
  const of = { row: { id: RECORD, trigger }, subject: COMPARISON };
  const open = await tables.differences.count(storeHash, ['open']);
  if (open > 0) {
    await tables.entries.record(storeHash, entryOf(context, { ...of, outcome: refusalOf(problem('differences-found', { count: String(open) })) }));
    return;
  }
  const filter = { results: ['needs-you'], direction: null, thing: COMPARISON.thing, recordId: RECORD, search: '', from: null, before: null, limit: 1 } as const;
  if ((await tables.entries.list(storeHash, filter)).length === 0) return;
  await tables.entries.record(storeHash, entryOf(context, { ...of, outcome: { result: 'done', message: 'Both sides agree again.' } }));
};
