import type { HikeProduct, OutletLevel } from '../../../domain/hike-product';
import type { HikeProductId, VariantId } from '../../../domain/ids';
import type { Order } from '../../../domain/order';
import { type Quantity, quantityFromUnits } from '../../../domain/quantity';
import { reserveOfOrder } from '../../../domain/rules/stock/reserve-of-order';
import type { SaleDraft } from '../../../domain/sale';
import type { StockMove } from '../../../domain/stock';
import type { Tables } from '../../ports/tables';
import { fingerprintOfHikeProduct } from '../catalogue/fingerprint-of-hike-product';
import { readRun } from '../catalogue/run-cursor';
import { takeInHikeProducts } from '../catalogue/take-in-hike-products';
import type { JobContext } from '../job';
import { keepReserve } from './keep-reserve';
import { markStock } from './mark-stock';

interface Imported {
  order: Order;
  /** As Hike tells them since; or the draft, when the sale was made this very moment, so that nobody has told them yet. */
  goods: { told: readonly HikeProduct[] } | { draft: SaleDraft };
}

/**
 * An order became a sale: Hike counts its units from now on, so the reserve lets go of them, and the mirrored counts fall
 * by as many at once. Where the order held as many back the published number stays as it is.
 */
export const noteImport = async (context: JobContext, tables: Tables, { order, goods }: Imported): Promise<void> => {
  const held = reserveOfOrder(order, { isInHike: false, isLeftOutByPerson: false, startDate: context.settings.startDate });
  await forgetInLevels(context, tables, new Map(held.map(({ variantId, units }) => [variantId, units])));
  if ('draft' in goods) await takeFromMirror(context, tables, goods.draft);
  else await takeInHikeProducts(context, tables, { products: goods.told, sweep: (await readRun(tables, context.storeHash)).hike.sweep, isFull: false });
  await keepReserve(tables, context.storeHash, { orderId: order.id, units: [], now: context.now(), movesLevels: false });
};

/** Freed without BigCommerce giving anything back: so a reserve that was allowed for when we wrote is not missed either. */
const forgetInLevels = async ({ storeHash }: JobContext, tables: Tables, held: ReadonlyMap<VariantId, number>): Promise<void> => {
  const levels = await tables.levels.findByVariants(storeHash, [...held.keys()]);
  const lowered = levels.filter(({ writtenReserve }) => writtenReserve > 0);
  await tables.levels.saveMany(
    storeHash,
    lowered.map((level) => ({ ...level, writtenReserve: Math.max(0, level.writtenReserve - (held.get(level.variantId) ?? 0)) })),
  );
};

const takeFromMirror = async (context: JobContext, tables: Tables, { lines, outletId, status, orderId }: SaleDraft): Promise<void> => {
  const sold = new Map<HikeProductId, number>();
  for (const { productId, quantity } of lines) if (productId !== null) sold.set(productId, (sold.get(productId) ?? 0) + quantity);
  const seen = await tables.hikeProducts.findByVariants(context.storeHash, [...sold.keys()]);
  const moves: StockMove[] = [];
  const takeAt = (hikeId: HikeProductId, level: OutletLevel): OutletLevel => {
    const units = quantityFromUnits(sold.get(hikeId) ?? 0);
    if (units === 0 || level.outletId !== outletId || level.available === null) return level;
    const available = (level.available - units) as Quantity;
    moves.push({ ...HIKE_MOVE, at: context.now(), hikeId, before: level.available, after: available, source: `order ${orderId}` });
    return { ...level, available, ...(status === 'Parked' ? { committed: moved(level.committed, units) } : { onHand: moved(level.onHand, -units) }) };
  };
  const taken = seen.map((one) => {
    const product = withLevels(one.product, takeAt);
    return { ...one, product, fingerprint: fingerprintOfHikeProduct(product) };
  });
  if (moves.length === 0) return;
  await tables.hikeProducts.saveMany(context.storeHash, taken);
  await tables.moves.record(context.storeHash, moves);
  // An order that held nothing back, as one of before the app, leaves fewer than are published; Hike's next word will be no news.
  await markStock(tables, context.storeHash, { hikeIds: moves.map(({ hikeId }) => hikeId), now: context.now() });
};

const HIKE_MOVE = { variantId: null, locationId: null, side: 'hike', reason: 'order', sum: null } as const;

const moved = (count: Quantity | null, by: number): Quantity | null => (count === null ? null : ((count + by) as Quantity));

const withLevels = (product: HikeProduct, change: (hikeId: HikeProductId, level: OutletLevel) => OutletLevel): HikeProduct => ({
  ...product,
  variants: product.variants.map((variant) => ({ ...variant, levels: variant.levels.map((level) => change(variant.id, level)) })),
});
