import type { HikeProductId, LocationId, VariantId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { quantityFromUnits } from '../../../domain/quantity';
import { explainLevel, type LevelMove } from '../../../domain/rules/stock/explain-level';
import { productLinesOfOrder } from '../../../domain/rules/product-lines-of-order';
import type { StockMove } from '../../../domain/stock';
import type { StoreLevel } from '../../ports/bigcommerce';
import type { SeenLevel } from '../../ports/tables';
import { takeInOrdersSince } from '../follow-orders/take-in-orders-since';
import type { JobContext } from '../job';
import { levelKey, newLevel } from './level-key';

/** What BigCommerce tells of levels. */
export interface ToldLevels {
  told: readonly StoreLevel[];
  /** What we knew; a level that is not there was never looked at. */
  known: ReadonlyMap<string, SeenLevel>;
  /** Of the linked variants; what is told of others is passed over. */
  hikeIds: ReadonlyMap<VariantId, HikeProductId>;
  /** Online orders are taken from here. */
  defaultLocationId: LocationId | null;
  /** How far back an order may have been changed that explains a move. */
  ordersSince: Instant;
}

export interface OutsideMove {
  hikeId: HikeProductId;
  variantId: VariantId;
  before: number;
  now: number;
}

export interface LevelNews {
  /** As they are now known, each of those that were told. */
  levels: SeenLevel[];
  moves: StockMove[];
  outside: OutsideMove[];
}

interface Look {
  told: StoreLevel;
  was: SeenLevel;
}

/**
 * Compares what BigCommerce tells with what we knew. Before a move is blamed on anybody outside, the orders are read: the
 * hook of a level may be here before the hook of its order.
 */
export const takeInLevels = async (context: JobContext, news: ToldLevels): Promise<LevelNews> => {
  const looks = news.told.flatMap((told): Look[] => {
    const hikeId = news.hikeIds.get(told.variantId);
    return hikeId === undefined ? [] : [{ told, was: { ...(news.known.get(levelKey(told)) ?? newLevel(told, hikeId)), hikeId } }];
  });
  const first = await explain(context, news, { looks, recent: new Map() });
  const riddles = looks.filter((look) => first.get(look)?.move === 'outside');
  const verdicts = riddles.length === 0 ? first : new Map([...first, ...(await explain(context, news, { looks: riddles, recent: await unitsOfOrdersSince(context, news.ordersSince) }))]);
  return newsOf(context, verdicts);
};

interface Verdict {
  move: LevelMove;
  orderIds: readonly number[];
}

const explain = async (
  { database: { tables }, storeHash }: JobContext,
  { defaultLocationId }: ToldLevels,
  { looks, recent }: { looks: readonly Look[]; recent: ReadonlyMap<VariantId, number> },
): Promise<Map<Look, Verdict>> => {
  const reserves = await tables.reserves.sumByVariant(storeHash, [...new Set(looks.map(({ told }) => told.variantId))]);
  return new Map(
    looks.map((look) => {
      const { told, was } = look;
      const isDefault = told.locationId === defaultLocationId;
      const reserve = isDefault ? reserves.get(told.variantId) : undefined;
      // What we never wrote is not ours to explain.
      if (was.onHand === null || was.written === null) return [look, { move: 'unmoved', orderIds: [] }];
      const move = explainLevel({
        before: was.onHand,
        now: told.onHand,
        written: was.written,
        writtenReserve: was.writtenReserve,
        reserve: reserve?.units ?? 0,
        recent: isDefault ? (recent.get(told.variantId) ?? 0) : 0,
      });
      return [look, { move, orderIds: reserve?.orderIds ?? [] }];
    }),
  );
};

/** Units per variant in orders that changed since then, whatever became of them. */
const unitsOfOrdersSince = async (context: JobContext, since: Instant): Promise<Map<VariantId, number>> => {
  const units = new Map<VariantId, number>();
  await takeInOrdersSince(context, since, (order) => {
    for (const { variantId, quantity } of productLinesOfOrder(order)) {
      if (variantId !== null) units.set(variantId, (units.get(variantId) ?? 0) + quantity);
    }
  });
  return units;
};

const newsOf = (context: JobContext, verdicts: ReadonlyMap<Look, Verdict>): LevelNews => {
  const news: LevelNews = { levels: [], moves: [], outside: [] };
  for (const [{ told, was }, { move, orderIds }] of verdicts) {
    const { hikeId, variantId } = was;
    news.levels.push({ ...was, onHand: told.onHand, seenAt: context.now(), isStale: false });
    if (move === 'unmoved' || was.onHand === null) continue;
    news.moves.push({
      at: context.now(),
      hikeId,
      variantId,
      locationId: told.locationId,
      side: 'bigcommerce',
      before: quantityFromUnits(was.onHand),
      after: quantityFromUnits(told.onHand),
      reason: move,
      source: move === 'outside' ? '' : orderNames(orderIds),
      sum: null,
    });
    if (move === 'outside') news.outside.push({ hikeId, variantId, before: was.onHand, now: told.onHand });
  }
  return news;
};

const NAMED_ORDERS = 3;

const orderNames = (ids: readonly number[]): string => {
  const names = ids.slice(0, NAMED_ORDERS).map((id) => `order ${id}`);
  return [...names, ...(ids.length > NAMED_ORDERS ? [`${ids.length - NAMED_ORDERS} more`] : [])].join(', ');
};
