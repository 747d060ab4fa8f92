import type { ProductId, VariantId } from '../ids';
import type { OrderLineDraft } from '../order';
import { bigFromQuantity, wholeUnits } from '../quantity';
import type { SoldLine } from './order-amounts-from-sale';
import { unitsToTheCent } from './units-to-the-cent';

/**
 * The order lines of a line of a sale. BigCommerce sells whole units, so 0.35 kg become one custom unit that says so;
 * an amount that its units do not divide becomes several lines, a cent apart.
 */
export const orderLinesFromSaleLine = ({ line, amount }: SoldLine, variant: { productId: ProductId; variantId: VariantId } | null): OrderLineDraft[] => {
  const units = wholeUnits(line.quantity);
  const title = line.title.trim() || line.sku.trim() || 'Item';
  const quantity = units ?? 1;
  const name = units === null ? `${bigFromQuantity(line.quantity).toFixed()} × ${title}` : title;
  return unitsToTheCent(quantity, [amount.incTax, amount.exTax] as const).map((group) => ({
    variant: units === null ? null : variant,
    name,
    sku: line.sku.trim(),
    quantity: group.quantity,
    unit: { incTax: group.amounts[0], exTax: group.amounts[1] },
  }));
};
