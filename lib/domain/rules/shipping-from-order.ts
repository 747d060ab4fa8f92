import { decimalFromMoney, subtract } from '../money';
import type { Order } from '../order';
import { isProblem, type Problem } from '../problems';
import type { SaleDraft } from '../sale';
import { hikeTaxForAmount } from './hike-tax-for-amount';
import type { ImportContext } from './import-context';

/** The sale's shipping with the tax that was charged on it; Hike keeps the tax inside the cost (reference: hike-api 6.4, point 8). */
export const shippingFromOrder = (order: Order, context: ImportContext): Pick<SaleDraft, 'shipping' | 'shippingTax'> | Problem => {
  const charged = { name: 'Shipping', amount: order.shipping, quantity: 1, taxClass: 'shipping' as const };
  const tax = hikeTaxForAmount(charged, { ...context, taxInclusive: order.pricesIncludeTax });
  if (isProblem(tax)) return tax;
  const { incTax, exTax } = order.shipping;
  return { shipping: incTax, shippingTax: { tax, amount: decimalFromMoney(subtract(incTax, exTax)) } };
};
