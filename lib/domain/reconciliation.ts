import { z } from 'zod';
import { fillIn } from './fill-in';
import { HikeProductId, OrderId, OutletId, SaleId, VariantId } from './ids';
import { Instant } from './instant';
import { Money } from './money';

/** What a person can have done about a difference; each is safe to repeat, and looks before it creates. */
export type DifferenceFix = 'retry-sale' | 'write-status' | 'write-payment' | 'import-again' | 'check-order' | 'link-order' | 'link-import' | 'publish-stock' | 'read-product' | 'none';

interface DifferenceKindWords {
  /** One sentence for a shopkeeper; `{name}` stands for a detail of the case. */
  sentence: string;
  /** What to do, or what the fix does, in one sentence. */
  remedy: string;
  fix: DifferenceFix;
}

/** The closed table of what a comparison can find. */
const DIFFERENCE_KINDS = {
  'sale-without-order': { sentence: 'Hike sale {sale} over {total} has no order in BigCommerce.', remedy: 'Fix sends it again, once BigCommerce was asked whether the order is there.', fix: 'retry-sale' },
  'order-deleted': { sentence: 'Order {order} of Hike sale {sale} was deleted in BigCommerce.', remedy: 'Restore it in BigCommerce, or put this aside if it was meant.', fix: 'none' },
  'order-twice': { sentence: 'Hike sale {sale} has more than one order in BigCommerce: {orders}.', remedy: 'Delete the surplus order in BigCommerce.', fix: 'none' },
  'order-total-differs': { sentence: 'Order {order} is over {bigcommerce}, but its Hike sale {sale} makes {hike}.', remedy: 'Correct the order in BigCommerce, or put this aside if it was meant.', fix: 'none' },
  'order-tax-differs': { sentence: 'Order {order} holds {bigcommerce} of tax, but its Hike sale {sale} makes {hike}.', remedy: 'Correct the order in BigCommerce, or put this aside if it was meant.', fix: 'none' },
  'order-lines-differ': { sentence: 'Order {order} sells {bigcommerce}, where its Hike sale {sale} sells {hike}.', remedy: 'Correct the order in BigCommerce, or put this aside if it was meant.', fix: 'none' },
  'order-payment-differs': { sentence: 'Order {order} says that it was paid by “{bigcommerce}”, but its Hike sale {sale} says “{hike}”.', remedy: 'Fix writes the payment method that the sale names.', fix: 'write-payment' },
  'order-status-differs': { sentence: 'Order {order} is “{bigcommerce}”, but by its Hike sale {sale} it should be “{hike}”.', remedy: 'Fix writes the status that the sale asks for.', fix: 'write-status' },
  'order-of-unknown-sale': { sentence: 'Order {order} says that it came from Hike sale {sale}, which Hike does not have.', remedy: 'Check the order in BigCommerce.', fix: 'none' },
  'order-of-unsent-sale': { sentence: 'Order {order} says that it came from Hike sale {sale}, which should have none. {reason}', remedy: 'Delete the order in BigCommerce, or put this aside if it was meant.', fix: 'none' },
  'order-not-linked': { sentence: 'Order {order} is from Hike sale {sale}, but this app has lost the link between them.', remedy: 'Fix links them again.', fix: 'link-order' },
  'order-without-sale': { sentence: 'Order {order} over {total} was imported, but its sale is not in Hike.', remedy: 'Fix imports it again, once Hike was asked whether the sale is there.', fix: 'import-again' },
  'sale-twice': { sentence: 'Order {order} has more than one sale in Hike: {sales}.', remedy: 'Void the surplus sale in Hike.', fix: 'none' },
  'sale-total-differs': { sentence: 'Sale {sale} is over {hike} in Hike, but order {order} is over {bigcommerce}.', remedy: 'The order was changed after the import: correct the sale in Hike, or put this aside if it was meant.', fix: 'none' },
  'sale-tax-differs': { sentence: 'Sale {sale} holds {hike} of tax in Hike, but order {order} holds {bigcommerce}, and one of them was changed after the import.', remedy: 'Correct the one that was changed, or put this aside if it was meant.', fix: 'none' },
  'sale-lines-differ': { sentence: 'Sale {sale} sells {hike} in Hike, where order {order} sells {bigcommerce}.', remedy: 'Correct the one that was changed, or put this aside if it was meant.', fix: 'none' },
  'sale-payment-differs': { sentence: 'Sale {sale} in Hike is paid by {hike}, but order {order} was imported as paid by {imported}.', remedy: 'Correct the payment in Hike, or put this aside if it was meant.', fix: 'none' },
  'order-payment-changed': { sentence: 'Order {order} is now paid by “{bigcommerce}”, but its sale {sale} was made when it was paid by “{imported}”.', remedy: 'Correct the payment of the sale in Hike, or put this aside if it was meant.', fix: 'none' },
  'sale-of-unknown-order': { sentence: 'Sale {sale} in Hike was made of order {order}, which BigCommerce does not have.', remedy: 'Check the sale in Hike.', fix: 'none' },
  'import-not-linked': { sentence: 'Sale {sale} in Hike was made of order {order}, but this app has lost the link between them.', remedy: 'Fix links them again.', fix: 'link-import' },
  'sale-of-order-not-imported': { sentence: 'Sale {sale} in Hike says that it was made of order {order}, which this app has not imported.', remedy: 'Fix links them, so that the order is not imported on top; if the sale is not of this order, void it in Hike instead.', fix: 'link-import' },
  'order-changed': { sentence: 'Order {order} is now “{status}”, but its sale {sale} in Hike is {hike}.', remedy: 'Fix reads the order again; what the app may not do itself it then lists under Orders.', fix: 'check-order' },
  'order-not-read': { sentence: 'Order {order} was placed or changed in BigCommerce, and this app has missed it.', remedy: 'Fix reads it now.', fix: 'check-order' },
  'stock-differs': { sentence: 'BigCommerce shows {bigcommerce} of {sku} at {location}, but it should be {hike}.', remedy: 'Fix publishes Hike’s count again.', fix: 'publish-stock' },
  'hike-count-differs': { sentence: 'Hike has {hike} of {sku} at {outlet}, but this app knew {known}.', remedy: 'Fix reads the product from Hike again and publishes its stock.', fix: 'read-product' },
} as const satisfies Record<string, DifferenceKindWords>;

export type DifferenceKind = keyof typeof DIFFERENCE_KINDS;
const KINDS = Object.keys(DIFFERENCE_KINDS) as [DifferenceKind, ...DifferenceKind[]];

/** Something that is not the same on both sides. */
export const Difference = z.object({
  kind: z.enum(KINDS),
  /** With the kind it names the difference from night to night. */
  subject: z.string(),
  /** When the sale or the order was made, by which it is found again; `null` for stock. */
  at: Instant.nullable(),
  /** What the sentence names. */
  details: z.record(z.string(), z.string()),
  saleId: SaleId.nullable(),
  orderId: OrderId.nullable(),
  hikeId: HikeProductId.nullable(),
  variantId: VariantId.nullable(),
});
export type Difference = z.infer<typeof Difference>;

export const differenceKey = ({ kind, subject }: Pick<Difference, 'kind' | 'subject'>): string => `${kind}:${subject}`;

const NOTHING = { at: null, saleId: null, orderId: null, hikeId: null, variantId: null } as const;

export const difference = (kind: DifferenceKind, facts: Pick<Difference, 'subject' | 'details'> & Partial<Difference>): Difference => ({ ...NOTHING, ...facts, kind });

/** The difference in the merchant's words. */
export const explainDifference = ({ kind, details }: Pick<Difference, 'kind' | 'details'>): { sentence: string; remedy: string; fix: DifferenceFix } => {
  const { sentence, remedy, fix } = DIFFERENCE_KINDS[kind];
  return { sentence: fillIn(sentence, details), remedy, fix };
};

/** What an outlet sold on one day of the store's, against the orders that came of it. */
export const DayTotal = z.object({
  /** In the store's zone. */
  day: z.iso.date(),
  /** `null` for orders whose sale nobody knows. */
  outletId: OutletId.nullable(),
  saleCount: z.int(),
  sales: Money,
  orderCount: z.int(),
  orders: Money,
});
export type DayTotal = z.infer<typeof DayTotal>;

/** How much a comparison looked at; `null` where a part was not compared at all. */
export const ComparedCounts = z.object({
  sales: z.int(),
  imports: z.int(),
  levels: z.int().nullable(),
  hikeCounts: z.int().nullable(),
  /** Work of these is on its way, so there is nothing to judge yet. */
  underway: z.int(),
  /** Beyond the calls that a comparison may cost. */
  notCompared: z.int(),
});
export type ComparedCounts = z.infer<typeof ComparedCounts>;

/** One comparison of both sides: the result of a night. */
export const Reconciliation = z.object({
  /** Grows with each. */
  number: z.int(),
  trigger: z.enum(['schedule', 'person']),
  startedAt: Instant,
  /** `null` while it runs. */
  endedAt: Instant.nullable(),
  /** Sales and orders from here up to, but not including, there. */
  from: Instant,
  to: Instant,
  counts: ComparedCounts,
  totals: z.array(DayTotal),
  /** Differences that it met, those put aside not counted. */
  found: z.int(),
});
export type Reconciliation = z.infer<typeof Reconciliation>;

export const NOTHING_COMPARED: ComparedCounts = { sales: 0, imports: 0, levels: null, hikeCounts: null, underway: 0, notCompared: 0 };
