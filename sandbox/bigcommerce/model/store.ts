import type { Metafield, Order } from './order.ts';
import type { Amount, Rate } from './amount.ts';

export interface User {
  id: number;
  email: string;
  username: string;
  name: string;
  locale: string;
  owner: boolean;
}

export interface Install {
  token: string;
  scope: string;
  userId: number;
  installedAt: string;
}

export interface InstallCode {
  code: string;
  scope: string;
  userId: number;
  used: boolean;
  /** Real time: a code lives for a minute whatever the sandbox's clock says. */
  expiresAt: number;
}

export interface TaxClass {
  id: number;
  name: string;
  rate: Rate;
}

export interface Currency {
  id: number;
  code: string;
  name: string;
  countryIso2: string;
  symbol: string;
  decimals: number;
  rate: number;
  isDefault: boolean;
  isTransactional: boolean;
}

export interface ProductImage {
  id: number;
  url: string;
  isThumbnail: boolean;
  sortOrder: number;
  description: string;
  modified: string;
  /** SHA-256 of the file that was stored; absent on images whose file the sandbox never saw: they show `url` itself. */
  contentHash?: string;
}

/** A stored image file, once per content. */
export interface ImageFile {
  contentType: string;
  base64: string;
}

export interface ProductOption {
  id: number;
  displayName: string;
  type: string;
  sortOrder: number;
  values: { id: number; label: string; sortOrder: number; isDefault: boolean }[];
}

/** What a product holds beyond the fields that the API writes and reads as they are. */
export interface Product {
  id: number;
  /** The writable fields of the OpenAPI schema `product_Base`, under their own names. */
  fields: Record<string, unknown> & { name: string; type: 'physical' | 'digital'; sku: string; price: number; tax_class_id: number; inventory_tracking: 'none' | 'product' | 'variant'; categories: number[]; brand_id: number };
  options: ProductOption[];
  images: ProductImage[];
  customFields: { id: number; name: string; value: string }[];
  channels: number[];
  metafields: Metafield[];
  /** 0: the product has variants of its own. */
  baseVariantId: number;
  created: string;
  modified: string;
  /** Built with an option set of the V2 API: it takes no options and variants of V3. */
  oldOptionSet?: boolean;
  /** What shoppers choose without a SKU of its own, as V3 shows it. */
  modifiers?: Modifier[];
}

export interface Modifier {
  id: number;
  display_name: string;
  type: string;
  required: boolean;
  labels: string[];
}

export interface Variant {
  id: number;
  productId: number;
  sku: string;
  fields: Record<string, unknown> & { price: number | null; cost_price: number | null; upc: string };
  optionValues: { id: number; optionId: number }[];
}

export interface StockLevel {
  /** Of a product with variants that is tracked as a whole: its product id, negated. */
  variantId: number;
  locationId: number;
  onHand: number;
  safety: number;
  warning: number;
  bin: string;
  /** A relative adjustment is refused before the first absolute one. */
  everAbsolute: boolean;
  /** Adjustments that were accepted and do not show yet. */
  waiting?: number;
}

export interface Location {
  id: number;
  code: string;
  label: string;
  enabled: boolean;
  isDefault: boolean;
  managedExternally: boolean;
  timeZone: string;
  created: string;
  updated: string;
  fields: Record<string, unknown>;
}

export interface Channel {
  id: number;
  name: string;
  type: string;
  platform: string;
  status: string;
  externalId: string;
  isVisible: boolean;
  isListable: boolean;
  created: string;
  modified: string;
}

export interface CustomerAddress {
  id: number;
  customer_id: number;
  first_name: string;
  last_name: string;
  company: string;
  address1: string;
  address2: string;
  city: string;
  state_or_province: string;
  postal_code: string;
  country: string;
  country_code: string;
  phone: string;
  address_type: 'residential' | 'commercial';
}

export interface Customer {
  id: number;
  email: string;
  first_name: string;
  last_name: string;
  company: string;
  phone: string;
  notes: string;
  tax_exempt_category: string;
  customer_group_id: number;
  date_created: string;
  date_modified: string;
  origin_channel_id: number;
  channel_ids: number[] | null;
  storeCredit: Amount;
  accepts_product_review_abandoned_cart_emails: boolean;
}

export interface Hook {
  id: number;
  scope: string;
  destination: string;
  is_active: boolean;
  headers: Record<string, string> | null;
  created_at: number;
  updated_at: number;
  lastEventAt: number;
}

export interface Delivery {
  id: string;
  hookId: number;
  body: string;
  attempt: number;
  dueAt: string;
}

export interface Extension {
  id: number;
  context: 'PANEL' | 'LINK';
  model: 'ORDERS' | 'CUSTOMERS' | 'PRODUCTS' | 'PRODUCT_DESCRIPTION';
  url: string;
  label: { defaultValue: string; locales: { value: string; localeCode: string }[] };
}

/** What differs from merchant to merchant; the control API may change any of it. */
export interface StoreSettings {
  name: string;
  country: string;
  countryCode: string;
  currency: string;
  currencySymbol: string;
  timezone: string;
  /** Seconds east of UTC, without and with daylight saving. */
  rawOffset: number;
  dstOffset: number;
  priceEnteredWithTax: boolean;
  taxName: string;
  multiCurrency: boolean;
  planName: string;
  /** Calls per 30 seconds: 150 on Standard and Plus, 450 on Pro. */
  quota: number;
  updateStockBehavior: 'order_placed' | 'order_completed_or_shipped';
  editOrderStockAdjustment: boolean;
  refundOrderStockAdjustment: boolean;
  /** The vendor's answer to an order beyond the stock is not documented; both must be survived. */
  oversell: 'reject' | 'allow';
  /** How long an inventory adjustment stays invisible. */
  inventoryDelayMs: number;
  /** How many products the plan allows; beyond it a create is 507. Absent or null: any number. */
  productLimit?: number | null;
}

/** Another app of the store, which takes its share of every rate-limit window. */
export interface OtherApp {
  /** Of the quota, 0 to 1, give or take `jitter`. */
  share: number;
  jitter: number;
  /** Where its random numbers stand. */
  seed: number;
}

export interface Store {
  hash: string;
  world: string;
  storeId: number;
  accountUuid: string;
  settings: StoreSettings;
  users: User[];
  install: Install | null;
  codes: InstallCode[];
  taxClasses: TaxClass[];
  currencies: Currency[];
  paymentMethods: { code: string; name: string; testMode: boolean }[];
  /** The last id given per kind of thing. */
  ids: Record<string, number>;
  brands: Map<number, { id: number; name: string }>;
  categories: Map<number, { id: number; name: string; parentId: number; uuid: string; visible: boolean }>;
  products: Map<number, Product>;
  variants: Map<number, Variant>;
  stock: Map<string, StockLevel>;
  locations: Map<number, Location>;
  channels: Map<number, Channel>;
  customers: Map<number, Customer>;
  addresses: Map<number, CustomerAddress>;
  orders: Map<number, Order>;
  hooks: Map<number, Hook>;
  hookEmails: string[];
  deliveries: Map<string, Delivery>;
  extensions: Map<number, Extension>;
  /** The rate limit's running window; `other` is how many calls the other app means to make in it, `bend` when it makes them. */
  window: { startedAt: number; used: number; refused?: number; other?: number; bend?: number };
  /** The windows that are over, oldest first: how many calls each allowed the app under test, and how many of those it made. */
  pastWindows?: { startedAt: number; used: number; allowed: number; refused: number }[];
  otherApp?: OtherApp;
  /** By content hash. */
  imageFiles?: Map<string, ImageFile>;
}

export function nextId(store: Store, kind: string, first = 1): number {
  const id = (store.ids[kind] ?? first - 1) + 1;
  store.ids[kind] = id;
  return id;
}

export function stockKey(variantId: number, locationId: number): string {
  return `${variantId}:${locationId}`;
}

export function taxRate(store: Store, taxClassId: number): Rate {
  return store.taxClasses.find((taxClass) => taxClass.id === taxClassId)?.rate ?? store.taxClasses[0]?.rate ?? 0;
}
