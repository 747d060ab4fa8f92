import type { ProductId, VariantId } from '../../../domain/ids';
import { bufferForProduct } from '../../../domain/rules/stock/buffer-for-product';
import type { LocationToFill } from '../../../domain/rules/stock/locations-to-fill';
import { stockToPublish } from '../../../domain/rules/stock/stock-to-publish';
import type { Settings } from '../../../domain/settings';
import type { StockSum } from '../../../domain/stock';
import type { SeenLevel } from '../../ports/tables';
import { levelKey, newLevel } from './level-key';
import type { StockItem } from './stock-shelf';

/** A level that BigCommerce does not show as it should. */
export interface WantedLevel {
  level: SeenLevel;
  countedProductId: ProductId | null;
  sum: StockSum;
}

export interface LevelPlan {
  /** To be written. */
  writes: WantedLevel[];
  /** From something to zero, without a person's yes: written only when few fall at once. */
  falls: WantedLevel[];
  /** From something to a zero that nobody has counted: Hike's first word about what was sent there. Never written without a person's yes. */
  uncounted: WantedLevel[];
  /** As they should be; those of them that are remembered otherwise. */
  confirmed: SeenLevel[];
}

interface PlanFacts {
  items: readonly StockItem[];
  locations: readonly LocationToFill[];
  levels: ReadonlyMap<string, SeenLevel>;
  reserves: ReadonlyMap<VariantId, { units: number }>;
  stock: Settings['stock'];
}

/** What BigCommerce is to show of each variant at each location, against what it shows. */
export const planLevels = (facts: PlanFacts): LevelPlan => {
  const plan: LevelPlan = { writes: [], falls: [], uncounted: [], confirmed: [] };
  for (const item of facts.items) for (const location of facts.locations) planLevel(plan, facts, { item, location });
  return plan;
};

const planLevel = (plan: LevelPlan, { levels, reserves, stock }: PlanFacts, { item, location }: { item: StockItem; location: LocationToFill }): void => {
  const { hikeId, variantId, countedProductId, isCounted, isFromStore, product, variant } = item;
  const decision = stockToPublish({
    tracksStock: product.tracksStock,
    levels: variant.levels,
    outletIds: location.outletIds,
    reserve: location.isDefault ? (reserves.get(variantId)?.units ?? 0) : 0,
    buffer: bufferForProduct({ ids: [hikeId, product.id], types: product.types }, stock),
  });
  const id = { variantId, locationId: location.id };
  // A level may have been read before its variant was linked, or linked to another.
  const level = { ...(levels.get(levelKey(id)) ?? newLevel(id, hikeId)), hikeId };
  // Hike no longer says zero, so there is nothing left to approve.
  if (decision.kind === 'leave') return void plan.confirmed.push(...(level.heldSince === null ? [] : [{ ...level, heldSince: null }]));
  const { sum } = decision;
  // A level that is still marked was written too lately to be read back: it is written whatever we believe it shows.
  if (level.onHand === sum.published && !level.isStale) return void plan.confirmed.push(...asPublished(level, sum));
  // A count that nobody told of may be anything; where BigCommerce counts, its answer was cut short.
  const isFall = sum.published === 0 && (level.onHand === null ? isCounted : level.onHand > 0) && !level.isApproved;
  const isUncounted = isFromStore && level.written === null && sum.available <= 0;
  const list = isFall ? (isUncounted ? plan.uncounted : plan.falls) : plan.writes;
  list.push({ level, countedProductId, sum });
};

/** BigCommerce shows it already: remembered as if we had written it. */
const asPublished = (level: SeenLevel, { published, reserve }: StockSum): SeenLevel[] => {
  const isKnown = level.written === published && level.writtenReserve === reserve && level.heldSince === null && !level.isApproved;
  return isKnown ? [] : [{ ...level, written: published, writtenReserve: reserve, heldSince: null, isApproved: false }];
};
