import { catalogueIndex, folded } from '../catalogue/catalogue-index.ts';
import { variantsOf } from '../catalogue/stock.ts';
import { amount } from '../model/amount.ts';
import type { Order, OrderLine } from '../model/order.ts';
import { taxRate, type Product, type Store, type Variant } from '../model/store.ts';
import { catalogueLine, customLine } from './catalogue-line.ts';
import type { PlacedOrder } from './place-order-input.ts';
import { costOf } from './price-order.ts';

type Line = PlacedOrder['lines'][number];

export function findBySku(store: Store, sku: string): { product: Product; variant: Variant } | undefined {
  const index = catalogueIndex(store);
  const variant = index.variantBySku.get(folded(sku));
  const byVariant = variant && store.products.get(variant.productId);
  if (variant && byVariant) return { product: byVariant, variant };
  const product = index.productBySku.get(folded(sku));
  const first = product && variantsOf(store, product.id)[0];
  return product && first ? { product, variant: first } : undefined;
}

function repriced(store: Store, line: OrderLine, price: number): OrderLine {
  const inclusive = store.settings.priceEnteredWithTax;
  const cost = costOf(price, line.taxRate, inclusive);
  return { ...line, basePrice: price, priceEx: cost.ex, priceInc: cost.inc };
}

function oneLine(store: Store, line: Line): OrderLine {
  const item = line.sku === undefined ? undefined : findBySku(store, line.sku);
  if (item) {
    const known = catalogueLine(store, item, line.quantity);
    const rated = line.taxClassId === undefined ? known : { ...known, taxClassId: line.taxClassId, taxRate: taxRate(store, line.taxClassId) };
    const priced = line.price === undefined && line.taxClassId === undefined ? rated : repriced(store, rated, line.price ?? rated.basePrice);
    return line.digital ? { ...priced, type: 'digital' } : priced;
  }
  const taxClassId = line.taxClassId ?? 0;
  const rate = taxRate(store, taxClassId);
  const cost = costOf(line.price ?? amount('10'), rate, store.settings.priceEnteredWithTax);
  const custom = customLine(store, { name: line.name ?? `Discontinued item ${line.sku ?? ''}`.trim(), quantity: line.quantity, priceEx: cost.ex, priceInc: cost.inc, sku: line.sku });
  // Not a caller's override: the store's own tax rules made these prices.
  return { ...custom, basePrice: cost.base, taxClassId, taxRate: rate, overridden: false, ...(line.digital ? { type: 'digital' as const } : {}) };
}

/** The lines of an order that somebody places, with wrapping, on the order's first address. */
export function placedLines(store: Store, order: Order, lines: Line[]): OrderLine[] {
  const inclusive = store.settings.priceEnteredWithTax;
  return lines.map((line) => ({
    ...oneLine(store, line),
    addressId: line.digital || order.pickup ? 0 : (order.addresses[0]?.id ?? 0),
    pickupMethodId: order.pickup?.methodId ?? 0,
    wrapping: line.wrapping ? { name: line.wrapping.name, message: line.wrapping.message, cost: costOf(line.wrapping.cost, taxRate(store, 3), inclusive) } : null,
  }));
}
