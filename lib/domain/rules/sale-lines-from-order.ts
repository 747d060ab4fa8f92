import { subtract, type Money } from '../money';
import type { Order, OrderLine, TaxedAmount } from '../order';
import { isProblem, problem, type Problem } from '../problems';
import type { SaleLineDraft } from '../sale';
import { hikeTaxForAmount, type ChargedAmount } from './hike-tax-for-amount';
import type { ImportContext } from './import-context';
import { productLinesOfOrder, soldLinesOfOrder } from './product-lines-of-order';
import { DEFAULT_TAX_CLASS } from './tax-classes-to-map';
import { unitsToTheCent } from './units-to-the-cent';

/** What an amount of the order is sold as in Hike; `null` for the product sells a custom line. */
export interface SoldAmount extends Pick<SaleLineDraft, 'productId' | 'title' | 'sku' | 'quantity' | 'tax'> {
  /** Of all units before discount, in the mode of the sale. */
  total: Money;
  /** The line that discounts may lie on; `null` for fees and gift certificates, which are never discounted. */
  line: OrderLine | null;
}

export const isGiftCertificate = ({ kind }: OrderLine): boolean => kind === 'giftcertificate';

const soldAmount = (charged: ChargedAmount & Pick<SoldAmount, 'productId' | 'sku' | 'line'>, order: Order, context: ImportContext): SoldAmount | Problem => {
  const tax = hikeTaxForAmount(charged, { ...context, taxInclusive: order.pricesIncludeTax });
  if (isProblem(tax)) return tax;
  return {
    productId: charged.productId,
    title: charged.name,
    sku: charged.sku,
    quantity: charged.quantity,
    tax,
    total: order.pricesIncludeTax ? charged.amount.incTax : charged.amount.exTax,
    line: charged.line,
  };
};

const lineAmount = (line: OrderLine, order: Order, context: ImportContext): SoldAmount | Problem => {
  const needsProduct = productLinesOfOrder({ lines: [line] }).length > 0;
  const product = needsProduct ? (context.products.get(line.id) ?? problem('product-not-in-hike', { line: line.name, sku: line.sku })) : null;
  if (isProblem(product)) return product;
  const charged = {
    productId: product?.hikeProductId ?? null,
    // A product may have no name in Hike, and no line does without.
    name: product?.name || line.name,
    sku: line.sku.trim(),
    amount: line.total,
    quantity: line.quantity,
    taxClass: product?.taxClassId ?? DEFAULT_TAX_CLASS.id,
    line: isGiftCertificate(line) ? null : line,
  };
  return soldAmount(charged, order, context);
};

/** What an order charges beside its lines and shipping. */
export const extrasOfOrder = (order: Order): { name: string; amount: TaxedAmount; taxClassId: Order['handlingTaxClassId'] }[] =>
  [
    { name: 'Gift wrapping', amount: order.wrapping, taxClassId: order.wrappingTaxClassId },
    { name: 'Handling', amount: order.handling, taxClassId: order.handlingTaxClassId },
    ...order.fees,
  ].filter(({ amount }) => amount.incTax.minor !== 0);

const extraAmount = ({ name, amount, taxClassId }: ReturnType<typeof extrasOfOrder>[number], order: Order, context: ImportContext) =>
  soldAmount({ name, amount, quantity: 1, taxClass: taxClassId ?? DEFAULT_TAX_CLASS.id, productId: null, sku: '', line: null }, order, context);

/** Everything that the order sells, shipping aside, each with its Hike tax; or the first thing that stands in the way. */
export const soldAmountsOfOrder = (order: Order, context: ImportContext): SoldAmount[] | Problem => {
  const sold = [
    ...soldLinesOfOrder(order).map((line) => lineAmount(line, order, context)),
    ...extrasOfOrder(order).map((extra) => extraAmount(extra, order, context)),
  ];
  const amounts: SoldAmount[] = [];
  for (const amount of sold) {
    if (isProblem(amount)) return amount;
    amounts.push(amount);
  }
  return amounts;
};

/** The sale's lines: an amount that its units do not divide becomes several lines, a cent apart, so that every cent stays. */
export const saleLinesFromAmount = (sold: SoldAmount, discount: Money): SaleLineDraft[] => {
  const { productId, title, sku, tax, quantity, total } = sold;
  return unitsToTheCent(quantity, [total, subtract(total, discount)] as const).map((group) => {
    const [retailPrice, soldPrice] = group.amounts;
    return { productId, title, sku, quantity: group.quantity, retailPrice, unitDiscount: subtract(retailPrice, soldPrice), tax };
  });
};

