import type { Stage } from '../world/stage';

/** As the sandbox's control API shows them; only what the simulation reads. */
export interface Sale {
  id: number;
  number: string;
  status: string;
  transactionDate: string;
  netAmount: number;
  totalPaid: number;
  /** Tax included; below zero where it goes back. */
  totalShippingCost: number;
  taxInclusive: boolean;
  referenceInvoiceId: number | null;
  invoiceLineItems: { id: number; quantity: number; refundedQuantity: number; totalAmount: number; taxAmount: number; invoiceItemValue: number | null }[];
}

export interface Order {
  id: number;
  status_id: number;
  total_inc_tax: string;
  external_order_id: string | null;
  external_source: string | null;
  is_deleted: boolean;
  date_created: string;
  currency_code: string;
  payment_status: string;
  staff_notes: string;
  lines: { id: number; product_id: number; sku: string; variant_id: number; quantity: number; quantity_refunded: number }[];
}

export interface HikeProduct {
  id: number;
  parentId: number;
  name: string;
  sku: string;
  isActive: boolean;
  track_inventory: boolean;
  has_variants: boolean;
  sales_channels: { sales_channels: string }[];
  product_outlets: { outlet_id: number; price_inc_tax: number; price_ex_tax: number; on_hand_inventory: number; reserved_inventory: number }[];
}

export interface StoreProduct {
  id: number;
  name: string;
  sku: string;
  price: number;
  sale_price: number;
  retail_price: number;
  is_visible: boolean;
  inventory_tracking: 'none' | 'product' | 'variant';
  inventory_level: number;
  variants: { id: number; sku: string; inventory_level: number; price: number | null; sale_price: number | null; retail_price: number | null }[];
}

/** Until the app's pages have heard of what is new in the store. */
export const HOOKS_MS = 30_000;

/** The sales channel of the web. */
export const ECOMMERCE = '2';

export interface Customer {
  id: number;
  first_name: string;
  last_name: string | null;
  email: string | null;
  phone: string | null;
}

export interface StoreCustomer {
  id: number;
  email: string;
  first_name: string;
  last_name: string;
  phone: string;
}

export interface Shop {
  taxInclusive: boolean;
  currency: string;
  taxes: { name: string; rate: number }[];
  outlets: { id: number; name: string }[];
  products: HikeProduct[];
  customers: Customer[];
  sales: Sale[];
}

export const shopOf = ({ platforms, place }: Stage): Promise<Shop> => platforms.control<Shop>(`/hike/shops/${place.shopId}`);

export const ordersOf = ({ platforms, place }: Stage): Promise<Order[]> => platforms.control<Order[]>(`/stores/${place.storeHash}/orders`);

export const storeProductsOf = ({ platforms, place }: Stage): Promise<StoreProduct[]> => platforms.control<StoreProduct[]>(`/stores/${place.storeHash}/products`);

/** The control API has no list of them. */
export const customersOf = ({ platforms: { sandbox }, place }: Stage): StoreCustomer[] => [...(sandbox.bigcommerce.platform.stores.get(place.storeHash)?.customers.values() ?? [])];

/** As `nth`, counted from the newest. */
export const nthNewest = <Thing extends { id: number }>(things: readonly Thing[], index: number): Thing | undefined => nth([...things].sort((a, b) => b.id - a.id), index);

/** The one that a number of a schedule names; `undefined` when there is none. */
export const nth = <Thing>(things: readonly Thing[], index: number): Thing | undefined => things[index % things.length];
