import type { Wanted } from '../world/stage';
import type { Evidence } from './evidence';
import { isFromStore, isOurs } from './sales-are-orders';

const SENT_STATUSES = new Set(['Completed', 'Exchange', 'LayBy', 'OnAccount', 'BackOrder']);
const IMPORTABLE_STATUSES = new Set([2, 8, 9, 10, 11]);

/** The till knows all its goods and the store takes what is sold: nothing stands in the way of an order. */
const refusedSales = ({ sales, orders }: Evidence): string[] => {
  const sent = new Set(orders.filter(isOurs).map(({ external_order_id: reference }) => String(reference)));
  return sales
    .filter((sale) => !isFromStore(sale) && SENT_STATUSES.has(sale.status) && sale.invoiceLineItems.some(({ quantity }) => quantity > 0) && !sent.has(String(sale.id)))
    .map(({ number, id, status }) => `sale ${number} (${id}, ${status}) was refused, and nothing is wrong with it`);
};

/** Those that were placed since the app was set up are in the shop's currency; nobody changed them since. */
const refusedOrders = ({ shop, sales, orders, products, startDate }: Evidence, { imports, droppedImports, touched }: Wanted): string[] => {
  const numbers = new Set(sales.map(({ number }) => number));
  const skus = new Set(shop.products.map(({ sku }) => sku));
  const known = new Set(products.flatMap(({ variants, sku }) => variants.filter((variant) => skus.has(variants.length === 1 ? sku || variant.sku : variant.sku)).map(({ id }) => id)));
  return orders
    .filter((order) => imports.has(order.id) && !droppedImports.has(order.id) && !touched.has(order.id) && IMPORTABLE_STATUSES.has(order.status_id) && Date.parse(order.date_created) >= startDate)
    .filter(({ id, lines }) => !numbers.has(`BC-${id}`) && lines.every(({ variant_id: variant }) => known.has(variant)))
    .map(({ id }) => `order ${id} was refused, and nothing is wrong with it`);
};

/** A reason in a sentence excuses what was not done; but nothing is refused that both platforms would take. */
export const refusalsHaveCauses = (evidence: Evidence, wanted: Wanted): string[] => [...refusedSales(evidence), ...refusedOrders(evidence, wanted)];
