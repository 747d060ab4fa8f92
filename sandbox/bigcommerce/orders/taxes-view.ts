import { money, type Amount } from '../model/amount.ts';
import type { Order } from '../model/order.ts';
import type { Store } from '../model/store.ts';

interface TaxLine {
  type: 'item' | 'shipping' | 'handling' | 'gift-wrapping';
  tax: Amount;
  taxClassId: number | null;
  lineId: number;
  overridden: boolean;
}

function taxLines(order: Order): TaxLine[] {
  const items = order.lines.flatMap((line): TaxLine[] => [
    { type: 'item', tax: line.discountedInc - line.discountedEx, taxClassId: line.taxClassId, lineId: line.id, overridden: line.overridden },
    ...(line.wrapping ? [{ type: 'gift-wrapping' as const, tax: line.wrapping.cost.inc - line.wrapping.cost.ex, taxClassId: 3, lineId: line.id, overridden: false }] : []),
  ]);
  return [
    ...items,
    { type: 'shipping', tax: order.shipping.inc - order.shipping.ex, taxClassId: 2, lineId: 0, overridden: false },
    { type: 'handling', tax: order.handling.inc - order.handling.ex, taxClassId: 2, lineId: 0, overridden: false },
  ];
}

/** `/orders/{id}/taxes`. Prices that the caller set show up as "API Tax Override". */
export function taxesView(store: Store, order: Order, details: boolean) {
  return taxLines(order)
    .filter((line) => line.tax !== 0)
    .map((line, index) => {
      const taxClass = store.taxClasses.find((candidate) => candidate.id === line.taxClassId);
      return {
        id: order.id * 1000 + index,
        order_id: order.id,
        order_address_id: order.addresses[0]?.id ?? 0,
        tax_rate_id: line.overridden ? 0 : 1,
        sales_tax_id: '',
        tax_class_id: line.taxClassId,
        name: line.overridden ? 'API Tax Override' : store.settings.taxName,
        class: taxClass?.name ?? 'Default Tax Class',
        rate: money((taxClass?.rate ?? 0) * 100),
        priority: 0,
        priority_amount: money(line.tax),
        line_amount: money(line.tax),
        order_pickup_method_id: 0,
        ...(details ? { order_product_id: line.lineId === 0 ? '' : String(line.lineId), line_item_type: line.type } : {}),
      };
    });
}
