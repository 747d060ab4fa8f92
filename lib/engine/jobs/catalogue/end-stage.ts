import type { Tables } from '../../ports/tables';
import type { JobContext } from '../job';
import { endHeldComparison } from './holds';
import { readRunForUpdate, saveRun } from './run-cursor';

/** Nothing left to compare: the dry run can be looked at. Nothing left to write: the first sync, or what a person let through, is done. */
export const endStageWhenDone = async ({ storeHash, now }: JobContext, tables: Tables): Promise<void> => {
  const run = await readRunForUpdate(tables, storeHash);
  if (run.state !== 'comparing' && run.state !== 'running' && run.state !== 'applying') return;
  if ((await tables.dirty.count(storeHash, 'compare')) > 0) return;
  if (run.state === 'comparing') {
    // As they are now: a person may have discarded them since the job began.
    const { value: settings } = await tables.settings.get(storeHash);
    const compared = { ...run, comparedAt: now(), stageSince: now() };
    const { hold } = compared;
    if (hold !== null) await endHeldComparison(tables, storeHash, { run: { ...compared, hold }, settings, now: now() });
    else await saveRun(tables, storeHash, { ...compared, state: settings.catalogue.startedAt === null ? 'ready' : 'in-step' });
  } else if ((await tables.dirty.count(storeHash, 'product')) === 0) {
    await saveRun(tables, storeHash, { ...run, state: 'in-step', stageSince: now() });
  }
};
