import type { Tables } from '../../ports/tables';
import type { JobContext } from '../job';
import { readRunForUpdate, saveRun } from './run-cursor';

/** Nothing left to compare: the dry run can be looked at. Nothing left to write: the first sync is through. */
export const endStageWhenDone = async ({ storeHash, settings, now }: JobContext, tables: Tables): Promise<void> => {
  const run = await readRunForUpdate(tables, storeHash);
  if (run.state !== 'comparing' && run.state !== 'running') return;
  if ((await tables.dirty.count(storeHash, 'compare')) > 0) return;
  if (run.state === 'comparing') {
    const state = settings.catalogue.startedAt === null ? 'ready' : 'in-step';
    await saveRun(tables, storeHash, { ...run, state, comparedAt: now(), stageSince: now() });
  } else if ((await tables.dirty.count(storeHash, 'product')) === 0) {
    await saveRun(tables, storeHash, { ...run, state: 'in-step', stageSince: now() });
  }
};
