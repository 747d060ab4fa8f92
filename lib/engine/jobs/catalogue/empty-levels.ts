import type { VariantId } from '../../../domain/ids';
import { quantityFromUnits } from '../../../domain/quantity';
import type { StoreProduct } from '../../../domain/store-product';
import { RefusedByVendor } from '../../ports/failures';
import type { SeenLevel, Tables } from '../../ports/tables';
import type { JobContext } from '../job';
import { levelKey, levelsByKey, newLevel } from '../stock/level-key';
import { locationsOf } from '../stock/locations-of';
import { hikeIdsOf } from '../stock/stock-shelf';

/**
 * Sets to zero what our locations show of these variants, where their counts are ours. Answers the levels as they were.
 * Where BigCommerce refuses it the count stays: what is off sale cannot be bought.
 */
export const emptyLevels = async (context: JobContext, store: StoreProduct, variantIds: readonly VariantId[]): Promise<SeenLevel[]> => {
  const { settings, bigcommerce, database: { tables }, storeHash } = context;
  // A product that is counted as a whole has no counts of variants.
  if (settings.catalogue.owners.stock !== 'hike' || settings.paused.stock || store.tracking !== 'variant' || variantIds.length === 0) return [];
  const known = levelsByKey(await tables.levels.findByVariants(storeHash, variantIds));
  const levels = [...(await hikeIdsOf(tables, storeHash, variantIds))]
    .flatMap(([variantId, hikeId]) => locationsOf(context).map(({ id: locationId }) => known.get(levelKey({ variantId, locationId })) ?? newLevel({ variantId, locationId }, hikeId)))
    .filter(({ onHand }) => onHand !== 0);
  if (levels.length === 0) return [];
  try {
    const refusals = await bigcommerce.inventory.setLevels(levels.map(({ variantId, locationId }) => ({ variantId, locationId, quantity: 0 })));
    const refused = new Set(refusals.map(levelKey));
    return levels.filter((level) => !refused.has(levelKey(level)));
  } catch (error) {
    if (!(error instanceof RefusedByVendor)) throw error;
    return [];
  }
};

/** In the transaction that records the rest. */
export const keepEmptied = async ({ storeHash, now }: JobContext, tables: Tables, emptied: readonly SeenLevel[]): Promise<void> => {
  if (emptied.length === 0) return;
  const zero = { onHand: 0, seenAt: now(), written: 0, writtenAt: now(), writtenReserve: 0, isStale: false, heldSince: null, isApproved: false };
  await tables.levels.saveMany(storeHash, emptied.map((level) => ({ ...level, ...zero })));
  await tables.moves.record(
    storeHash,
    emptied.map(({ hikeId, variantId, locationId, onHand }) => ({
      at: now(),
      hikeId,
      variantId,
      locationId,
      side: 'bigcommerce',
      before: onHand === null ? null : quantityFromUnits(onHand),
      after: quantityFromUnits(0),
      reason: 'published',
      source: '',
      sum: null,
    })),
  );
};
