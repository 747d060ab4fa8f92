import { z } from 'zod';
import { record, type Desk } from '../state/desk.ts';
import { Big, wireNumber } from '../wire/money.ts';
import { Refusal } from '../wire/refusal.ts';
import { amount } from '../wire/wire-types.ts';
import type { ProductOutlet, ProductRow } from './product-row.ts';
import { saveOutlets } from './save-outlets.ts';
import { touchStock } from './touch.ts';

/** Stock as people change it in the shop: by counting, by unpacking a delivery, by ordering, or by giving up the record. */
export const stockChange = z.strictObject({
  /** The first outlet when absent. */
  outletId: z.number().int().optional(),
  onHand: amount.optional(),
  /** Units that came in. */
  receive: amount.optional(),
  /** Units on purchase orders. */
  awaiting: amount.optional(),
  /** `false` takes the outlet's record away; the API then says nothing about the product there. */
  record: z.boolean().optional(),
});

type StockChange = z.output<typeof stockChange>;

function changed(outlet: ProductOutlet, { onHand, receive = 0, awaiting }: StockChange): ProductOutlet {
  const due = new Big(awaiting ?? outlet.inventory_to_receive).minus(receive);
  return {
    ...outlet,
    on_hand_inventory: wireNumber(new Big(onHand ?? outlet.on_hand_inventory).plus(receive)),
    inventory_to_receive: due.lt(0) ? 0 : wireNumber(due),
  };
}

export function setStock(desk: Desk, row: ProductRow, change: StockChange): void {
  const { shop } = desk;
  if (row.components.length > 0) throw Refusal.invalid([{ field: 'onHand', message: 'The stock of a composite follows from its parts.' }]);
  const outletId = change.outletId ?? shop.outlets[0]?.id ?? 0;
  row.product_outlets =
    change.record === false
      ? row.product_outlets.filter((outlet) => outlet.outlet_id !== outletId)
      : saveOutlets(shop, [{ outlet_id: outletId }], row.product_outlets).map((outlet) => (outlet.outlet_id === outletId ? changed(outlet, change) : outlet));
  touchStock(desk, row);
  record(desk, 'product.stock', { id: row.id, reference: row.sku ?? '', data: { ...change, outletId } });
}
