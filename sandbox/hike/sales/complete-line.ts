import { rowById } from '../products/product-index.ts';
import type { ProductRow } from '../products/product-row.ts';
import type { Desk } from '../state/desk.ts';
import { wireNumber } from '../wire/money.ts';
import type { LineAmounts } from './line-amounts.ts';
import type { Sale, SaleLine } from './sale.ts';
import type { SaleLineBody } from './sale-body.ts';

interface Place {
  index: number;
  outletId: number;
  amounts: LineAmounts;
  before: Sale | undefined;
}

function fromProduct(product: ProductRow | undefined, outletId: number) {
  const outlet = product?.product_outlets.find((row) => row.outlet_id === outletId);
  return {
    title: product?.name ?? null,
    sku: product?.sku ?? null,
    barcode: product?.barcode ?? null,
    brand: product?.bran_name ?? null,
    category: (product?.product_type ?? []).map((type) => ({ categoryId: type.type_id, productId: product?.id, name: type.type_name, productName: product?.name, sku: product?.sku })),
    itemCost: outlet?.cost_price ?? 0,
    parent: product?.parentId ? product.parentId : null,
  };
}

/** What the caller stated, and what Hike knows or computes for the rest. */
export function completeLine(desk: Desk, line: SaleLineBody, place: Place): SaleLine {
  const { amounts } = place;
  const known = fromProduct(rowById(desk.shop, line.invoiceItemValue), place.outletId);
  const tax = desk.shop.taxes.find((other) => other.id === line.taxId);
  const kept = place.before?.invoiceLineItems.find((other) => other.id === line.id);
  return {
    ...line,
    id: kept?.id ?? desk.state.nextId('saleLine'),
    sequence: line.sequence ?? place.index + 1,
    title: line.title ?? known.title,
    sku: line.sku ?? known.sku,
    barcode: line.barcode ?? known.barcode,
    brand: line.brand ?? known.brand,
    category: line.category.length > 0 ? line.category : known.category,
    itemCost: line.itemCost || known.itemCost,
    invoiceItemValueParent: line.invoiceItemValueParent ?? known.parent,
    taxName: tax?.name ?? line.taxName,
    taxRate: kept?.taxRate ?? tax?.rate ?? 0,
    soldPrice: wireNumber(amounts.soldPrice),
    totalDiscount: line.totalDiscount ?? wireNumber(amounts.totalDiscount),
    totalAmount: wireNumber(amounts.totalAmount),
    taxExclusiveTotalAmount: line.taxExclusiveTotalAmount ?? wireNumber(amounts.taxExclusiveTotalAmount),
    effectiveAmount: wireNumber(amounts.effectiveAmount),
    taxAmount: line.taxAmount ?? wireNumber(amounts.taxAmount),
  };
}
