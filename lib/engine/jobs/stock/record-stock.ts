import type { HikeProductId } from '../../../domain/ids';
import { quantityFromUnits } from '../../../domain/quantity';
import type { StockMove } from '../../../domain/stock';
import type { DirtyRow, SeenLevel, Tables } from '../../ports/tables';
import { PRIORITY } from '../../priorities';
import type { JobContext } from '../job';
import { type GuardedZeros, isHeld, saveRecentZeros } from './guard-zeros';
import { keepLastPublished } from './last-published';
import { levelsByKey } from './level-key';
import type { WantedLevel } from './plan-levels';
import { saveLevels } from './save-levels';
import { closeOpenEntries, heldEntry, outsideEntry, refusedEntry } from './stock-entries';
import type { StockShelf } from './stock-shelf';
import type { LevelNews } from './take-in-levels';
import type { WrittenLevels } from './write-levels';

export interface StockRound {
  /** Those that are done with, one way or another. */
  rows: readonly DirtyRow[];
  shelf: StockShelf;
  news: LevelNews;
  confirmed: readonly SeenLevel[];
  zeros: GuardedZeros;
  outcome: WrittenLevels;
}

/** What became of one round: levels, timeline, sync log and settled rows, in one transaction. */
export const recordStock = (context: JobContext, round: StockRound): Promise<void> =>
  context.record('stock-recorded', async (tables) => {
    const { rows, shelf, news, confirmed, zeros, outcome } = round;
    const levels = levelsByKey([...news.levels, ...confirmed, ...zeros.held.map((held) => asHeld(context, held)), ...outcome.written.map((wanted) => asWritten(context, wanted))]);
    await saveLevels(context, tables, { levels: [...levels.values()], loaded: shelf.levels });
    await saveRecentZeros(context, tables, zeros);
    const heldNow = zeros.held.filter((held) => !isHeld(held));
    const moves = [...news.moves, ...outcome.written.map((wanted) => moveOf(context, wanted, 'published')), ...heldNow.map((held) => moveOf(context, held, 'held'))];
    if (moves.length > 0) await tables.moves.record(context.storeHash, moves);
    if (outcome.written.length > 0) await keepLastPublished(tables, context.storeHash, { at: context.now(), levels: outcome.written.length });
    await recordEntries(context, tables, { round, isNewlyHeld: heldNow.length > 0 });
    await lookAtRefused(context, tables, round);
    await tables.dirty.settleMany(context.storeHash, rows);
  });

/** BigCommerce may have deleted the product, and be the first to say so here. */
const lookAtRefused = async ({ storeHash, now }: JobContext, tables: Tables, { shelf, outcome }: StockRound): Promise<void> => {
  const refused = new Set(outcome.refused.map(({ level }) => level.variantId));
  const productIds = new Set(shelf.items.flatMap(({ variantId, productId }) => (refused.has(variantId) ? [productId] : [])));
  await tables.dirty.markMany(storeHash, [...productIds].map((id) => ({ thing: 'store-product', id: String(id), priority: PRIORITY.product, notBefore: now(), trigger: 'follow-up' })));
};

const recordEntries = async (context: JobContext, tables: Tables, { round, isNewlyHeld }: { round: StockRound; isNewlyHeld: boolean }): Promise<void> => {
  const { rows, shelf, news, outcome } = round;
  const [row] = rows;
  if (row === undefined) return;
  const words = { trigger: row.trigger, nameOf: namesOf(shelf) };
  for (const move of news.outside) await tables.entries.record(context.storeHash, outsideEntry(context, move, words));
  const refused = new Set(outcome.refused.map(({ level }) => String(level.hikeId)));
  const done = new Set(rows.map(({ id }) => id).filter((id) => !refused.has(id)));
  const shown = new Set(shelf.items.map(({ hikeId }) => String(hikeId)));
  const held = await tables.levels.countHeld(context.storeHash);
  await closeOpenEntries(context, tables, { ...words, isDone: (id) => done.has(id), isShown: (id) => shown.has(id), held });
  for (const level of outcome.refused) await tables.entries.record(context.storeHash, refusedEntry(context, level, words));
  if (isNewlyHeld) await tables.entries.record(context.storeHash, heldEntry(context, row.trigger, held));
};

const namesOf = ({ items }: StockShelf): ((hikeId: HikeProductId) => string) => {
  const names = new Map(items.map(({ hikeId, variant, product }) => [hikeId, variant.sku || variant.name || product.name]));
  return (hikeId) => names.get(hikeId) ?? String(hikeId);
};

const asHeld = (context: JobContext, { level }: WantedLevel): SeenLevel => ({ ...level, heldSince: level.heldSince ?? context.now() });

const asWritten = (context: JobContext, { level, sum }: WantedLevel): SeenLevel => ({
  ...level,
  onHand: sum.published,
  seenAt: context.now(),
  written: sum.published,
  writtenAt: context.now(),
  writtenReserve: sum.reserve,
  isStale: false,
  heldSince: null,
  isApproved: false,
});

const moveOf = (context: JobContext, { level, sum }: WantedLevel, reason: 'published' | 'held'): StockMove => ({
  at: context.now(),
  hikeId: level.hikeId,
  variantId: level.variantId,
  locationId: level.locationId,
  side: 'bigcommerce',
  before: level.onHand === null ? null : quantityFromUnits(level.onHand),
  after: quantityFromUnits(sum.published),
  reason,
  source: '',
  sum,
});
