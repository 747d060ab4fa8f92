import type { CustomerDraft } from '../../domain/customer';
import type { CustomerAddressId, CustomerId, OrderId, ProductId, SaleId, TaxClassId, VariantId } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import type { Order, OrderChange, OrderDraft } from '../../domain/order';
import type { Problem } from '../../domain/problems';
import type { StoreProfile } from '../../domain/shop-lists';
import type { BigCommerceCatalogue, BigCommerceInventory } from './bigcommerce-catalogue';
import type { MeetOdd } from './odd-item';

export type * from './bigcommerce-catalogue';

/**
 * BigCommerce as the engine needs it, for one store. Each method is one call (a paged one says so) and may throw the
 * failures of ./failures.ts. Reads are repeated by the adapter after a transient failure, writes never.
 */
export interface BigCommerce {
  orders: BigCommerceOrders;
  customers: BigCommerceCustomers;
  products: BigCommerceProducts;
  catalogue: BigCommerceCatalogue;
  inventory: BigCommerceInventory;
  store: BigCommerceStore;
}

export interface BigCommerceOrders {
  /**
   * One page with lines, oldest change first; a page with nothing on it means the end. An order whose shape is not known
   * fails the page; with `meetOdd` it is told apart instead.
   */
  listModifiedSince(since: Instant, page: number, meetOdd?: MeetOdd): Promise<Order[]>;
  /** As above, those that were deleted: BigCommerce archives them, and its other lists leave them out. */
  listArchivedSince(since: Instant, page: number, meetOdd?: MeetOdd): Promise<Order[]>;
  /** Orders with these ids, lines complete; one call per span of 250 ids, more only where lines were cut. Missing ids are absent; odd ones as above. */
  listByIds(ids: readonly OrderId[], meetOdd?: MeetOdd): Promise<Order[]>;
  /** Orders that we created from this sale (`external_order_id`), archived ones too. */
  listBySale(saleId: SaleId): Promise<Order[]>;
  create(draft: OrderDraft): Promise<OrderId>;
  update(id: OrderId, change: OrderChange): Promise<void>;
}

export interface BigCommerceCustomers {
  /** E-mails compare without case. */
  findByEmail(email: string): Promise<CustomerId[]>;
  /** One call per 250 e-mails; by e-mail without case. An e-mail that nobody has is absent. */
  listByEmails(emails: readonly string[]): Promise<Map<string, CustomerId[]>>;
  /** Creates without any mail to the customer. */
  create(draft: CustomerDraft): Promise<CustomerId>;
  /**
   * Up to ten, in one call without mails; where the batch is refused, one by one. Outcomes stand in the order of the
   * drafts. A lost answer throws UnknownOutcome: look the e-mails up before repeating.
   */
  createMany(drafts: readonly CustomerDraft[]): Promise<CustomerOutcome[]>;
  /** Up to ten; as above. Of a customer's addresses the one that is named is changed; where none is, or it is gone, one is added. */
  updateMany(changes: readonly CustomerChange[]): Promise<CustomerOutcome[]>;
}

/** `addressId`: of the address that we gave, where the answer tells it. */
export type CustomerOutcome = { kind: 'done'; id: CustomerId; addressId?: CustomerAddressId | undefined } | { kind: 'refused'; problem: Problem };

export interface CustomerChange {
  id: CustomerId;
  draft: CustomerDraft;
  /** The address that we gave it before; the customer's own are never touched. */
  addressId?: CustomerAddressId | undefined;
}

export interface VariantFacts {
  productId: ProductId;
  variantId: VariantId;
  sku: string;
  taxClassId: TaxClassId;
}

export interface BigCommerceProducts {
  /** Variants with exactly one of these SKUs (without case); one call per 250. Tax classes come with them. */
  listBySku(skus: readonly string[]): Promise<VariantFacts[]>;
  /** Tax class per product; one call per 250. Products that are gone are absent. */
  listTaxClasses(ids: readonly ProductId[]): Promise<Map<ProductId, TaxClassId>>;
}

export interface BigCommerceStore {
  /** The cheapest answer there is: whether the store answers, and takes our token. */
  probe(): Promise<void>;
  /** Store, tax classes, status labels and locations: four calls. */
  getProfile(): Promise<StoreProfile>;
  /** Makes the store's webhooks those wanted: adds, re-activates, removes our stale ones. One list, and a call per change. */
  reconcileHooks(wanted: WantedHooks): Promise<void>;
  /** Makes our App Extension those wanted; matched by model, context and path, never doubled. */
  reconcileExtensions(wanted: readonly WantedExtension[]): Promise<void>;
}

export interface WantedHooks {
  destination: string;
  /** Comes back as a header of each delivery. */
  secret: string;
  scopes: readonly string[];
  /** Hears of topics whose hook was missing or switched off, before the first of them is put right: once it is, nothing shows it. */
  onSilent(scopes: readonly string[]): Promise<void>;
}

export interface WantedExtension {
  model: 'ORDERS';
  context: 'PANEL';
  /** Path with BigCommerce's `${id}` in it. */
  url: string;
  label: string;
}
