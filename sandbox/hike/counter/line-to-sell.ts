import type { Shop, Tax } from '../state/shop.ts';
import type { CounterLine } from './counter-input.ts';
import { findProductToSell, findTax } from './find-things.ts';

function noTax(shop: Shop): Tax {
  return findTax(shop, 'No Tax');
}

/** What the till puts on a sale for a basket line: the product's price and tax at the outlet, or a custom line. */
export function lineToSell(shop: Shop, line: CounterLine, outletId: number) {
  const product = findProductToSell(shop, line);
  const outlet = product?.product_outlets.find((row) => row.outlet_id === outletId);
  const ownTax = shop.taxes.find((tax) => tax.id === outlet?.tax_id && tax.isActive);
  const tax = line.tax === undefined ? (ownTax ?? noTax(shop)) : findTax(shop, line.tax);
  const price = outlet && (shop.taxInclusive ? outlet.price_inc_tax : outlet.price_ex_tax);
  return {
    invoiceItemType: product ? 0 : 2,
    invoiceItemValue: product?.id ?? null,
    title: line.title ?? product?.name ?? 'Custom item',
    retailPrice: line.price ?? price ?? 0,
    quantity: line.quantity,
    discountIsAsPercentage: line.discountAmount === undefined,
    discountValue: line.discountAmount ?? line.discountPercent ?? 0,
    taxId: tax.id,
    actionType: 'Sell',
  };
}
