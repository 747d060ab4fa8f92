import type { Amount, Rate } from './amount.ts';

/** An address as V2 orders know it: `country` by name beside its code, `state` in full. */
export interface Address {
  first_name: string;
  last_name: string;
  company: string;
  street_1: string;
  street_2: string;
  city: string;
  state: string;
  zip: string;
  country: string;
  country_iso2: string;
  phone: string;
  email: string;
}

export interface FormField {
  name: string;
  value: string | number | string[];
}

export interface Discount {
  id: string;
  amount: Amount;
  name: string;
  code: string | null;
  target: 'order' | 'product';
}

/** A pair of amounts without and with tax. */
export interface Cost {
  base: Amount;
  ex: Amount;
  inc: Amount;
}

export interface LineOption {
  optionId: number;
  displayName: string;
  displayValue: string;
  valueId: number;
}

export interface OrderLine {
  id: number;
  /** 0 for a custom line, and for a product that has left the catalogue since. */
  productId: number;
  variantId: number;
  name: string;
  nameMerchant: string;
  sku: string;
  upc: string;
  brand: string;
  type: 'physical' | 'digital' | 'giftcertificate';
  quantity: number;
  basePrice: Amount;
  priceEx: Amount;
  priceInc: Amount;
  costPrice: Amount;
  weight: Amount;
  taxClassId: number;
  taxRate: Rate;
  /** Whether the caller set both prices; then tax is what he says, not what the rate says. */
  overridden: boolean;
  discounts: Discount[];
  wrapping: { name: string; message: string; cost: Cost } | null;
  options: LineOption[];
  quantityShipped: number;
  quantityRefunded: number;
  addressId: number;
  pickupMethodId: number;
  /** Units that this line has taken out of stock so far. */
  stockTaken: number;
  /** The rest is computed by `priceOrder`. */
  totalEx: Amount;
  totalInc: Amount;
  discountedEx: Amount;
  discountedInc: Amount;
}

export interface ShippingAddress extends Address {
  id: number;
  shippingMethod: string;
  formFields: FormField[];
}

export interface Coupon {
  id: number;
  couponId: number;
  code: string;
  /** The coupon's own figure: an amount, or a percentage for type 1. */
  amount: number;
  type: 0 | 1 | 2 | 3 | 4 | 5;
  discount: Amount;
}

export interface Fee {
  id: number;
  nameCustomer: string;
  nameMerchant: string;
  source: string;
  cost: Cost;
  taxClassId: number | null;
}

export interface Shipment {
  id: number;
  dateCreated: string;
  orderAddressId: number;
  trackingNumber: string;
  trackingLink: string;
  trackingCarrier: string;
  merchantShippingCost: Amount;
  shippingMethod: string;
  shippingProvider: string;
  comments: string;
  items: { lineId: number; quantity: number }[];
}

export interface RefundItem {
  itemType: 'PRODUCT' | 'GIFT_WRAPPING' | 'SHIPPING' | 'HANDLING' | 'ORDER' | 'FEE' | 'TAX';
  itemId: number;
  quantity: number;
  reason: string;
  amount: Amount;
}

export interface Refund {
  id: number;
  created: string;
  userId: number;
  reason: string;
  total: Amount;
  tax: Amount;
  overridden: boolean;
  items: RefundItem[];
  payments: { id: number; providerId: string; amount: Amount; offline: boolean }[];
}

export interface Transaction {
  id: number;
  event: 'purchase' | 'authorization' | 'capture' | 'refund' | 'void' | 'pending' | 'settled';
  method: string;
  gateway: string;
  amount: Amount;
  currency: string;
  created: string;
  reference: string;
  /** What a shopper or a member of staff reads: the name of an offline or custom method. */
  displayName: string;
}

export interface Metafield {
  id: number;
  permission_set: string;
  namespace: string;
  key: string;
  value: string;
  description: string;
  resource_type: string;
  resource_id: number;
  date_created: string;
  date_modified: string;
  owner_client_id: string;
}

export interface PickupConsignment {
  id: number;
  methodId: number;
  displayName: string;
  instructions: string;
  timeDescription: string;
}

export interface Order {
  id: number;
  createdAt: string;
  modifiedAt: string;
  shippedAt: string | null;
  statusId: number;
  customerId: number;
  billing: Address;
  billingFormFields: FormField[];
  addresses: ShippingAddress[];
  pickup: PickupConsignment | null;
  lines: OrderLine[];
  coupons: Coupon[];
  fees: Fee[];
  shipments: Shipment[];
  refunds: Refund[];
  transactions: Transaction[];
  messages: { id: number; subject: string; message: string; dateCreated: string }[];
  metafields: Metafield[];
  shipping: Cost;
  handling: Cost;
  /** The manual discount; coupons are apart. */
  discount: Amount;
  giftCertificate: Amount;
  storeCredit: Amount;
  /** Totals that the caller set, always in pairs. */
  overrides: { subtotal?: Omit<Cost, 'base'>; total?: Omit<Cost, 'base'>; wrapping?: Omit<Cost, 'base'> };
  taxInclusive: boolean;
  displayCurrency: string;
  transactionCurrency: string;
  /** From the store's currency to the transactional one. */
  transactionRate: number;
  paymentMethod: string;
  paymentProviderId: string;
  paymentStatus: string;
  channelId: number;
  source: string;
  externalOrderId: string;
  externalSource: string | null;
  externalMerchantId: string | null;
  staffNotes: string;
  customerMessage: string;
  customerLocale: string;
  ipAddress: string;
  geoipCountry: string;
  geoipCountryIso2: string;
  cartId: string;
  taxProviderId: string;
  isDeleted: boolean;
  itemsTotal: number;
  /** Computed by `priceOrder`. */
  subtotal: Omit<Cost, 'base'>;
  wrapping: Cost;
  couponDiscount: Amount;
  total: Omit<Cost, 'base'>;
}
