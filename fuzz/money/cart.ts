import fc from 'fast-check';
import { HikeProductId, TaxClassId } from '../../lib/domain/ids';
import { Currency, Decimal, money, type Money } from '../../lib/domain/money';
import type { Order, OrderLine, TaxedAmount } from '../../lib/domain/order';
import type { ImportContext, LineProduct } from '../../lib/domain/rules/import-context';
import { anImportContext } from '../../lib/domain/testing/an-import-context';
import { anOrder, anOrderLine } from '../../lib/domain/testing/an-order';
import { aProfile, CASH, NO_TAX, someLists, someSettings, VOUCHER } from '../../lib/domain/testing/a-shop';
import { fraction, fromDecimal, over, plus, rounded, times, type Fraction } from './fraction';

/** Currencies of no, two and three decimals. */
export const CURRENCIES = ['JPY', 'AUD', 'KWD'].map((code) => Currency.parse(code));

/** Tax class -> rate in percent: round ones, odd ones, and none. */
export const RATES: readonly string[] = ['0', '10', '8.875', '19', '5.5', '20'];

interface CartLine {
  /** Of one unit, in minor units, in the mode of the prices. */
  unit: number;
  quantity: number;
  taxClass: number;
  /** Per cent of the line that `applied_discounts` take away. */
  discountPercent: number;
  isCustom: boolean;
}

export interface Cart {
  currency: Currency;
  pricesIncludeTax: boolean;
  /** BigCommerce rounds tax per unit or per line, as the store is set. */
  roundsPerUnit: boolean;
  lines: CartLine[];
  shipping: number;
  handling: number;
  wrapping: number;
  fee: number;
  /** Per cent of the goods, by order and by coupon. */
  discountPercent: number;
  couponPercent: number;
  /** Per cent of the total that these pay. */
  giftPercent: number;
  creditPercent: number;
  /** Minor units by which the stated total differs from the true one. */
  error: number;
}

const amount = fc.oneof({ weight: 4, arbitrary: fc.nat(30_000) }, { weight: 1, arbitrary: fc.nat(99_999_999) }, { weight: 1, arbitrary: fc.constantFrom(0, 1, 99, 995, 1_005) });
const seldom = (arbitrary: fc.Arbitrary<number>): fc.Arbitrary<number> => fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary });
const percent = seldom(fc.oneof(fc.nat(100), fc.double({ min: 0, max: 100, noNaN: true })));

const cartLine: fc.Arbitrary<CartLine> = fc.record({
  unit: amount,
  quantity: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 5 }) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 400 }) }),
  taxClass: fc.nat(RATES.length - 1),
  discountPercent: percent,
  isCustom: fc.boolean(),
});

export const cart: fc.Arbitrary<Cart> = fc.record({
  currency: fc.constantFrom(...CURRENCIES),
  pricesIncludeTax: fc.boolean(),
  roundsPerUnit: fc.boolean(),
  lines: fc.array(cartLine, { minLength: 1, maxLength: 8 }),
  shipping: seldom(amount),
  handling: seldom(amount),
  wrapping: seldom(amount),
  fee: seldom(amount),
  discountPercent: percent,
  couponPercent: percent,
  giftPercent: seldom(fc.nat(100)),
  creditPercent: seldom(fc.nat(60)),
  error: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: -9, max: 9 }) }),
});

const rateOf = (taxClass: number): Fraction => over(fromDecimal(RATES[taxClass]!), fraction(100));

/** An amount in the mode of the prices as BigCommerce states it, with and without its tax. */
const taxedOf = (minor: number, taxClass: number, { pricesIncludeTax, currency }: Cart): TaxedAmount => {
  const rate = rateOf(taxClass);
  const given = fraction(minor);
  const other = pricesIncludeTax ? over(given, plus(fraction(1), rate)) : times(given, plus(fraction(1), rate));
  const made = money(Number(rounded(other)), currency);
  const stated = money(minor, currency);
  return pricesIncludeTax ? { incTax: stated, exTax: made } : { incTax: made, exTax: stated };
};

const lineOf = (line: CartLine, index: number, cartOf: Cart): OrderLine => {
  const { currency, roundsPerUnit } = cartOf;
  const unit = taxedOf(line.unit, line.taxClass, cartOf);
  const whole = taxedOf(line.unit * line.quantity, line.taxClass, cartOf);
  const sum = (one: Money): Money => money(one.minor * line.quantity, currency);
  const lineTotal = roundsPerUnit ? { incTax: sum(unit.incTax), exTax: sum(unit.exTax) } : whole;
  return {
    ...anOrderLine(),
    id: index + 1,
    productId: line.isCustom ? null : anOrderLine().productId,
    name: `Line ${index + 1}`,
    quantity: line.quantity,
    unitIncTax: Decimal.parse('0'),
    unitExTax: Decimal.parse('0'),
    total: lineTotal,
    discount: money(Math.floor((line.unit * line.quantity * line.discountPercent) / 100), currency),
    wrapping: { incTax: money(0, currency), exTax: money(0, currency) },
  };
};

const CLASS_OF_EXTRAS = 1;

/** A custom line is taxed by the class of none in particular. */
const classOf = (line: CartLine): number => (line.isCustom ? 0 : line.taxClass);

const inMode = (one: TaxedAmount, { pricesIncludeTax }: Cart): number => (pricesIncludeTax ? one.incTax : one.exTax).minor;

const share = (minor: number, percentage: number): number => Math.floor((minor * percentage) / 100);

/** What the shopper pays: all that is sold, less the discounts with the tax that they save, spread over the goods. */
const truePrice = (given: Cart, { lines, extras, discount }: { lines: OrderLine[]; extras: TaxedAmount[]; discount: number }): number => {
  const goods = lines.reduce((sum, line) => sum + inMode(line.total, given), 0);
  const full = [...lines.map(({ total }) => total), ...extras].reduce((sum, { incTax }) => sum + incTax.minor, 0);
  if (given.pricesIncludeTax || goods === 0) return full - discount;
  const saved = given.lines.map((line, index) => times(times(fraction(BigInt(discount) * BigInt(inMode(lines[index]!.total, given)), goods), rateOf(classOf(line))), fraction(1)));
  return full - discount - Number(rounded(saved.reduce(plus, fraction(0))));
};

/** The order that BigCommerce makes of a cart, and what our side knows about its products. */
export const orderOf = (given: Cart): { order: Order; context: ImportContext } => {
  const { currency } = given;
  const of = (minor: number): Money => money(minor, currency);
  const cartLines = given.lines.map((line) => ({ ...line, taxClass: classOf(line) }));
  const lines = cartLines.map((line, index) => lineOf(line, index, given));
  const extra = (minor: number): TaxedAmount => taxedOf(minor, CLASS_OF_EXTRAS, given);
  const [shipping, handling, wrapping, fee] = [given.shipping, given.handling, given.wrapping, given.fee].map(extra) as [TaxedAmount, TaxedAmount, TaxedAmount, TaxedAmount];
  const goods = lines.reduce((sum, line) => sum + inMode(line.total, given), 0);
  const discount = of(share(goods, given.discountPercent));
  const couponDiscount = of(share(goods - discount.minor, given.couponPercent));
  const worth = Math.max(0, truePrice(given, { lines, extras: [shipping, handling, wrapping, fee], discount: discount.minor + couponDiscount.minor }) + given.error);
  const giftCertificates = of(share(worth, given.giftPercent));
  const storeCredit = of(share(worth - giftCertificates.minor, given.creditPercent));
  const taxClassId = TaxClassId.parse(CLASS_OF_EXTRAS);
  const order: Order = {
    ...anOrder(), currency, pricesIncludeTax: given.pricesIncludeTax, lines, unitCount: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    shipping, shippingTaxClassId: taxClassId, handling, handlingTaxClassId: taxClassId, wrapping, wrappingTaxClassId: taxClassId,
    fees: given.fee === 0 ? [] : [{ name: 'Fee', amount: fee, taxClassId }],
    discount, couponDiscount, giftCertificates, storeCredit, total: { incTax: of(worth), exTax: of(worth) },
  };
  return { order, context: contextOf(given) };
};

const hikeTaxId = (index: number): number => NO_TAX + index;

const contexts = new Map<Currency, Omit<ImportContext, 'products'>>();

/** One Hike tax per tax class, of the same rate. */
const baseContext = (currency: Currency): Omit<ImportContext, 'products'> => {
  const known = contexts.get(currency);
  if (known) return known;
  const taxes = RATES.map((rate, index) => ({ id: hikeTaxId(index), name: rate === '0' ? 'No Tax' : `Tax ${rate}`, rate, isActive: true }));
  const byClass = Object.fromEntries(RATES.map((_, index) => [String(index), hikeTaxId(index)]));
  const made = anImportContext({
    settings: someSettings({ payments: { fallback: CASH, byMethod: { 'Gift Certificate': VOUCHER } }, taxes: { byClass, shipping: hikeTaxId(CLASS_OF_EXTRAS) } }),
    hikeLists: someLists({ currency, taxes: taxes as never }),
    profile: aProfile({ currency, taxClasses: RATES.map((rate, id) => ({ id: TaxClassId.parse(id), name: `Class ${rate}` })) }),
  });
  contexts.set(currency, made);
  return made;
};

const contextOf = ({ currency, lines }: Cart): ImportContext => {
  const products = new Map<number, LineProduct>(
    lines.flatMap((line, index) => (line.isCustom ? [] : [[index + 1, { hikeProductId: HikeProductId.parse(800 + index), name: `Line ${index + 1}`, taxClassId: TaxClassId.parse(line.taxClass) }] as const])),
  );
  return { ...baseContext(currency), products };
};
