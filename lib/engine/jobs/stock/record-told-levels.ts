import type { Trigger } from '../../../domain/entry';
import type { HikeProductId } from '../../../domain/ids';
import { closeCameThrough } from '../../close-retried';
import type { Tables } from '../../ports/tables';
import { PRIORITY } from '../../priorities';
import type { JobContext } from '../job';
import { levelKey } from './level-key';
import { markStock } from './mark-stock';
import { saveLevels } from './save-levels';
import { outsideEntry } from './stock-entries';
import { STOCK_READ } from './stock-subject';
import { takeInLevels, type ToldLevels } from './take-in-levels';

interface Ending {
  trigger: Trigger;
  /** Publishes all that was told of anew, not what moved alone. */
  isPass?: boolean;
  /** What else belongs into the transaction. */
  end(tables: Tables): Promise<void>;
}

/** Keeps what BigCommerce told of levels with what explains it, and has Hike's count published where they moved. */
export const recordToldLevels = async (context: JobContext, facts: ToldLevels, { trigger, isPass = false, end }: Ending): Promise<void> => {
  const { storeHash } = context;
  const { levels, moves, outside } = await takeInLevels(context, facts);
  const changed = levels.filter((level) => {
    const was = facts.known.get(levelKey(level));
    return was === undefined || was.onHand !== level.onHand || was.isStale;
  });
  const names = await namesOf(context, outside.map(({ hikeId }) => hikeId));
  await context.record('told-levels-recorded', async (tables) => {
    await saveLevels(context, tables, { levels: changed, loaded: facts.known });
    if (moves.length > 0) await tables.moves.record(storeHash, moves);
    for (const move of outside) await tables.entries.record(storeHash, outsideEntry(context, move, { trigger, nameOf: (id) => names.get(id) ?? String(id) }));
    const hikeIds = isPass ? [...facts.hikeIds.values()] : changed.map(({ hikeId }) => hikeId);
    await markStock(tables, storeHash, { hikeIds, now: context.now(), ...(isPass ? { priority: PRIORITY.upkeep } : {}) });
    await closeReadAgain(context, tables);
    await end(tables);
  });
};

/** What could not be read at first was read when it was tried again. */
export const closeReadAgain = (context: JobContext, tables: Tables): Promise<void> =>
  closeCameThrough(context, tables, { ...STOCK_READ, recordIds: [STOCK_READ.recordId], results: ['retrying'] });

const namesOf = async ({ database: { tables }, storeHash }: JobContext, hikeIds: readonly HikeProductId[]): Promise<Map<HikeProductId, string>> => {
  const seen = hikeIds.length === 0 ? [] : await tables.hikeProducts.findByVariants(storeHash, hikeIds);
  return new Map(seen.flatMap(({ product }) => product.variants.map(({ id, sku, name }) => [id, sku || name] as const)));
};
