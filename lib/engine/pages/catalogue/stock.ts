import { type HikeProductId, type StoreHash, VariantId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { orderUrl } from '../../../domain/views/order-url';
import type { StockTimelineView, StockView } from '../../../domain/views/product-views';
import { stockInWords, stockMoveSentence, stockSumInWords } from '../../../domain/views/stock-words';
import { withSettingsInForce } from '../../jobs/stock/with-settings-in-force';
import type { ReadingTables, SeenHikeProduct, Tables } from '../../ports/tables';
import { type PageDeps, readStoreState, type StoreState } from '../page-deps';
import type { StockQuery } from '../pages';
import { stockRows } from './stock-rows';

/** Of products; each brings its variants. */
const PAGE_SIZE = 25;
const HELD_AT_ONCE = 500;
const MOVES_AT_ONCE = 50;

export const stock = async (deps: PageDeps, storeHash: StoreHash, query: StockQuery): Promise<StockView> => {
  const state = await readStateInForce(deps, storeHash);
  const { tables } = deps.database;
  const [found, held] = await Promise.all([query.held ? heldProducts(tables, storeHash) : listProducts(tables, storeHash, query), tables.levels.countHeld(storeHash)]);
  const things = found.slice(0, query.held ? found.length : PAGE_SIZE).flatMap(({ product }) => product.variants.map((variant) => ({ product, variant })));
  const rows = await stockRows(tables, state, things);
  return {
    rows: query.held ? rows.filter(({ locations }) => locations.some(({ isHeld }) => isHeld)) : rows,
    offset: query.offset,
    pageSize: PAGE_SIZE,
    hasMore: !query.held && found.length > PAGE_SIZE,
    held,
    isPaused: state.settings.paused.stock,
    timeZone: state.store.profile?.timeZone ?? 'UTC',
  };
};

/** Sums are told as they are published. */
const readStateInForce = async (deps: PageDeps, storeHash: StoreHash): Promise<StoreState> => {
  const state = await readStoreState(deps, storeHash);
  const { settings } = await withSettingsInForce({ settings: state.settings, database: deps.database, storeHash });
  return { ...state, settings };
};

const listProducts = (tables: ReadingTables, storeHash: StoreHash, { search, offset }: StockQuery): Promise<SeenHikeProduct[]> =>
  tables.hikeProducts.list(storeHash, { standings: ['update', 'unchanged'], search, offset, limit: PAGE_SIZE + 1 });

const heldProducts = async (tables: ReadingTables, storeHash: StoreHash): Promise<SeenHikeProduct[]> => {
  const levels = await tables.levels.listHeld(storeHash, HELD_AT_ONCE);
  return tables.hikeProducts.findByVariants(storeHash, [...new Set(levels.map(({ hikeId }) => hikeId))]);
};

export const stockTimeline = async (
  deps: PageDeps,
  storeHash: StoreHash,
  { hikeId, before }: { hikeId: HikeProductId; before: Instant | null },
): Promise<StockTimelineView | null> => {
  const state = await readStateInForce(deps, storeHash);
  const { tables } = deps.database;
  const [seen] = await tables.hikeProducts.findByVariants(storeHash, [hikeId]);
  const variant = seen?.product.variants.find(({ id }) => id === hikeId);
  if (seen === undefined || variant === undefined) return null;
  const [[row], moves] = await Promise.all([
    stockRows(tables, state, [{ product: seen.product, variant }]),
    tables.moves.listOf(storeHash, hikeId, { before, limit: MOVES_AT_ONCE + 1 }),
  ]);
  if (row === undefined) return null;
  const shown = moves.slice(0, MOVES_AT_ONCE);
  return {
    row,
    moves: shown.map((move) => moveView(state, move)),
    next: moves.length > MOVES_AT_ONCE ? (shown.at(-1)?.at ?? null) : null,
    reservedBy: await reservedBy(tables, state, row.variantId),
    timeZone: state.store.profile?.timeZone ?? 'UTC',
  };
};

const moveView = ({ store }: StoreState, move: Awaited<ReturnType<Tables['moves']['listOf']>>[number]): StockTimelineView['moves'][number] => ({
  at: move.at,
  side: move.side,
  location: store.profile?.locations.find(({ id }) => id === move.locationId)?.name ?? null,
  before: move.before === null ? null : stockInWords(move.before),
  after: stockInWords(move.after),
  reason: move.reason,
  sentence: stockMoveSentence(move),
  sum: move.sum === null ? null : stockSumInWords(move.sum),
});

const reservedBy = async (tables: ReadingTables, { store }: StoreState, variantId: number | null): Promise<StockTimelineView['reservedBy']> => {
  const sums = variantId === null ? null : await tables.reserves.sumByVariant(store.hash, [VariantId.parse(variantId)]);
  return [...(sums?.values() ?? [])].flatMap(({ orderIds }) => orderIds.map((orderId) => ({ orderId, url: orderUrl(store.profile?.controlPanelUrl ?? null, orderId) })));
};
