import type { CatalogueRun, Hold } from '../../../domain/catalogue-run';
import type { StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { isMassChange, MOST_BY_SETTINGS } from '../../../domain/rules/catalogue/mass-change';
import { settingsAsBefore, stockWrittenBy } from '../../../domain/rules/catalogue/settings-writes';
import type { Settings } from '../../../domain/settings';
import type { Tables } from '../../ports/tables';
import { markAllStock } from '../stock/mark-all-stock';
import { markEverything } from './mark-everything';
import { isWriting, readRunForUpdate, saveRun } from './run-cursor';

/*
 * After "Start": nothing of products is written while somebody looks what would be. Inside a transaction of the
 * caller's, who also wakes the pump.
 */

/** Settings were saved by which many products or counts may be written anew: that is compared before it is done. */
export const holdForSettings = async (tables: Tables, storeHash: StoreHash, { before, now }: { before: Settings; now: Instant }): Promise<void> => {
  const { outletId, registerId, salePrice, catalogue, stock } = before;
  const run = await readRunForUpdate(tables, storeHash);
  const hold: Hold = { before: run.hold?.before ?? { outletId, registerId, salePrice, catalogue, stock }, most: run.hold?.most ?? MOST_BY_SETTINGS };
  // A release that nobody has begun to carry out makes way for this comparison: products are compared by it, counts may not be.
  if (isWriting(run)) await markAllStock(tables, storeHash, now);
  // What is being read is compared afterwards anyway.
  if (run.state === 'reading') await saveRun(tables, storeHash, { ...run, hold });
  else await compareAnew(tables, storeHash, { run: { ...run, hold }, now });
};

/** Both catalogues as they are known, which costs no call. */
export const compareAnew = async (tables: Tables, storeHash: StoreHash, { run, now }: { run: CatalogueRun; now: Instant }): Promise<void> => {
  await tables.dirty.deleteThing(storeHash, 'compare');
  await saveRun(tables, storeHash, { ...run, state: 'comparing', total: 0, stageSince: now });
  await markEverything(tables, storeHash, { now, trigger: 'person' });
};

/** A person has seen what would be written, and says so; false where there is nothing to say it of. */
export const applyHeld = async (tables: Tables, storeHash: StoreHash, now: Instant): Promise<boolean> => {
  const run = await readRunForUpdate(tables, storeHash);
  if (run.hold === null || run.state !== 'ready') return false;
  await release(tables, storeHash, { run, now });
  return true;
};

const release = async (tables: Tables, storeHash: StoreHash, { run, now }: { run: CatalogueRun; now: Instant }): Promise<void> => {
  await saveRun(tables, storeHash, { ...run, state: 'applying', hold: null, total: 0, stageSince: now });
  await markEverything(tables, storeHash, { now, trigger: 'person' });
};

/**
 * A person does not want it. A dry run just ends; what changed meanwhile waits as rows of its own. New settings become the
 * old ones again, by which all is compared once more: then there should be nothing left to write.
 */
export const discardHeld = async (tables: Tables, storeHash: StoreHash, now: Instant): Promise<boolean> => {
  const run = await readRunForUpdate(tables, storeHash);
  if (run.hold === null) return false;
  const { before } = run.hold;
  if (before === null) {
    await tables.dirty.deleteThing(storeHash, 'compare');
    await saveRun(tables, storeHash, { ...run, state: 'in-step', hold: null, total: 0, stageSince: now });
    return true;
  }
  const { value, version, savedBy } = await tables.settings.get(storeHash);
  const wasSaved = await tables.settings.save(storeHash, version, { value: settingsAsBefore(value, before), savedAt: now, savedBy });
  if (!wasSaved) throw new Error('somebody saved the settings at the same moment');
  await compareAnew(tables, storeHash, { run: { ...run, hold: { before: null, most: MOST_BY_SETTINGS } }, now });
  return true;
};

/** All is compared: few changes by new settings go on by themselves, others wait for a person. */
export const endHeldComparison = async (tables: Tables, storeHash: StoreHash, { run, settings, now }: { run: CatalogueRun & { hold: Hold }; settings: Settings; now: Instant }): Promise<void> => {
  const changes = await countChanges(tables, storeHash, { hold: run.hold, settings });
  if (changes === 0) {
    // A count that moved since it was compared was published by the settings as they were.
    if (comparesStock(settings, run.hold)) await markAllStock(tables, storeHash, now);
    return saveRun(tables, storeHash, { ...run, state: 'in-step', hold: null });
  }
  if (isMassChange(changes, run.hold.most)) return saveRun(tables, storeHash, { ...run, state: 'ready' });
  return release(tables, storeHash, { run, now });
};

const countChanges = async (tables: Tables, storeHash: StoreHash, { hold: { before }, settings }: { hold: Hold; settings: Settings }): Promise<number> => {
  const [standings, sums] = await Promise.all([tables.hikeProducts.countByStanding(storeHash), tables.hikeProducts.sumPlans(storeHash)]);
  const { deletes } = settings.catalogue;
  // Otherwise those wait for a person anyway, or are done.
  const removed = before !== null && before.catalogue.deletes !== deletes && deletes !== 'ask' ? standings.removed : 0;
  return standings.create + standings.update + removed + sums.levels;
};

/** Whether a comparison looks at counts too: they are published by themselves otherwise, and need nobody's look. */
export const comparesStock = (settings: Settings, hold: Hold | null): boolean =>
  settings.catalogue.startedAt === null || (hold?.before != null && stockWrittenBy(hold.before) !== stockWrittenBy(settings));
