import type { CustomerDraft } from '../customer';
import type { CustomerId, HikeProductId, OrderId, ProductId, VariantId } from '../ids';
import type { Address, OrderDraft } from '../order';
import { isProblem, problem, type Problem } from '../problems';
import type { Sale } from '../sale';
import type { Settings } from '../settings';
import type { StoreProfile } from '../shop-lists';
import { isSaleFromBigCommerce } from './is-sale-from-bigcommerce';
import { orderAmountsFromSale } from './order-amounts-from-sale';
import { orderLinesFromSaleLine } from './order-lines-from-sale-line';
import { orderStateFromSale } from './order-state-from-sale';
import { orderStatusFromSale } from './order-status-from-sale';
import { missingSettings } from './setup-steps';

export interface SendContext {
  settings: Settings;
  profile: StoreProfile;
  /** The order that this sale was imported from, by its link. */
  importedFrom: OrderId | null;
  /** Linked variants by Hike product; what is missing is sold as a custom line. */
  variants: ReadonlyMap<HikeProductId, { productId: ProductId; variantId: VariantId }>;
  /** `null` for a guest, of whom nothing is sent (see `bigcommerceCustomerForSale`). */
  customer: { id: CustomerId; draft: CustomerDraft } | null;
  registerName: string | null;
  /** Refunds of this sale that are known already. */
  laterSales: readonly Sale[];
}

export type SendDecision =
  /** An exchange is also a refund of its original sale. */
  | { kind: 'create'; draft: OrderDraft; isExchange: boolean }
  | { kind: 'refund' }
  | { kind: 'left-out'; reason: string }
  | { kind: 'refuse'; problem: Problem };

/** BigCommerce wants a postcode of at least two characters (reference: bigcommerce 6.3). */
const hasPostcode = (address: Address | null): address is Address => (address?.postcode.trim().length ?? 0) >= 2;

/** A walk-in is billed at the store's address, under no name, e-mail or phone of anybody's. */
const billingAddress = ({ customer, profile }: SendContext): Address => {
  if (!customer) return { ...profile.address, firstName: 'Walk-in', lastName: 'customer', email: '', phone: '' };
  const { firstName, lastName, email, phone, company, address } = customer.draft;
  return { ...(hasPostcode(address) ? address : profile.address), firstName, lastName, email, phone, company };
};

const draftOrder = (sale: Sale, context: SendContext): OrderDraft | Problem => {
  const amounts = orderAmountsFromSale(sale);
  if (isProblem(amounts)) return amounts;
  const state = orderStateFromSale({ sale, laterSales: context.laterSales, registerName: context.registerName });
  if (amounts.sold.length === 0 || !state) return problem('sale-without-lines');
  const { sold, ...totals } = amounts;
  return {
    saleId: sale.id,
    createdAt: sale.transactionDate,
    customerId: context.customer?.id ?? null,
    billing: billingAddress(context),
    lines: sold.flatMap((part) => orderLinesFromSaleLine(part, (part.line.productId !== null && context.variants.get(part.line.productId)) || null)),
    ...totals,
    ...state,
  };
};

/** Why nothing is sent whatever the sale holds. */
const obstacle = (sale: Sale, { settings, profile, importedFrom }: SendContext): SendDecision | null => {
  if (isSaleFromBigCommerce(sale, importedFrom)) {
    return { kind: 'left-out', reason: importedFrom === null ? 'The sale came from BigCommerce.' : `The sale came from BigCommerce order ${importedFrom}.` };
  }
  const missing = missingSettings(settings, profile);
  if (missing.length > 0 || settings.startDate === null) return { kind: 'refuse', problem: problem('settings-missing', { missing: missing.join(', ') || 'start date' }) };
  if (sale.transactionDate < settings.startDate) return { kind: 'left-out', reason: 'The sale was made before the start date in Settings.' };
  return null;
};

/** The exact order that a sale becomes in BigCommerce, or why it becomes none. */
export const bigcommerceOrderFromHikeSale = (sale: Sale, context: SendContext): SendDecision => {
  const stopped = obstacle(sale, context);
  if (stopped) return stopped;
  const meaning = orderStatusFromSale(sale);
  if (meaning.kind === 'left-out' || meaning.kind === 'refund') return meaning;
  if (sale.currency !== context.profile.currency) {
    return { kind: 'refuse', problem: problem('sale-currency-differs', { sale: sale.currency, store: context.profile.currency }) };
  }
  const draft = draftOrder(sale, context);
  return isProblem(draft) ? { kind: 'refuse', problem: draft } : { kind: 'create', draft, isExchange: meaning.kind === 'exchange' };
};
