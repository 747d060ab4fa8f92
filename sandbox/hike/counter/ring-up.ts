import type { Sale } from '../sales/sale.ts';
import type { Desk } from '../state/desk.ts';
import type { CounterPayment, RingUp } from './counter-input.ts';
import { findRegister, findTax } from './find-things.ts';
import { lineToSell } from './line-to-sell.ts';
import { recordAtTill } from './record-at-till.ts';
import { taxInside } from './tax-inside.ts';

const CASH: CounterPayment[] = [{ type: 'Cash' }];

/** Rings up a basket: sold, parked, laid by, on account, back-ordered or quoted. */
export function ringUp(desk: Desk, basket: RingUp): Sale {
  const register = findRegister(desk.shop, basket.register);
  const shippingTax = basket.shippingTax === undefined ? undefined : findTax(desk.shop, basket.shippingTax);
  return recordAtTill(desk, {
    register,
    at: basket.at,
    draft: {
      status: basket.status,
      customerId: basket.customerId ?? null,
      ...(basket.servedBy === undefined ? {} : { servedBy: basket.servedBy }),
      note: basket.note,
      discountIsAsPercentage: basket.discountAmount === undefined,
      discountValue: basket.discountAmount ?? basket.discountPercent ?? 0,
      totalShippingCost: basket.shipping,
      shippingTaxId: shippingTax?.id,
      shippingTaxName: shippingTax?.name,
      shippingTaxRate: shippingTax?.rate,
      shippingTaxAmount: shippingTax ? taxInside(basket.shipping, shippingTax.rate) : 0,
      tipValue: basket.tip,
      totalTip: basket.tip,
      roundingAmount: basket.rounding,
      doNotUpdateInvenotry: basket.doNotUpdateInventory,
      invoiceLineItems: basket.lines.map((line) => lineToSell(desk.shop, line, register.outletID)),
    },
    payments: () => basket.payments ?? (basket.status === 'Completed' ? CASH : []),
  });
}
