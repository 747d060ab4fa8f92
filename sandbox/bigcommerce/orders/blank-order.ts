import { nextId, type Store } from '../model/store.ts';
import type { Address, Cost, Order } from '../model/order.ts';

export const NO_COST: Cost = { base: 0, ex: 0, inc: 0 };

export const EMPTY_ADDRESS: Address = {
  first_name: '',
  last_name: '',
  company: '',
  street_1: '',
  street_2: '',
  city: '',
  state: '',
  zip: '',
  country: '',
  country_iso2: '',
  phone: '',
  email: '',
};

type Blank = Omit<Order, 'id' | 'createdAt' | 'modifiedAt' | 'taxInclusive' | 'displayCurrency' | 'transactionCurrency'>;

const BLANK_PARTS: Pick<Blank, 'addresses' | 'pickup' | 'lines' | 'coupons' | 'fees' | 'shipments' | 'refunds' | 'transactions' | 'messages' | 'metafields'> = {
  addresses: [],
  pickup: null,
  lines: [],
  coupons: [],
  fees: [],
  shipments: [],
  refunds: [],
  transactions: [],
  messages: [],
  metafields: [],
};

const BLANK: Blank = {
  ...BLANK_PARTS,
  shippedAt: null,
  statusId: 1,
  customerId: 0,
  billing: { ...EMPTY_ADDRESS },
  billingFormFields: [],
  shipping: { ...NO_COST },
  handling: { ...NO_COST },
  discount: 0,
  giftCertificate: 0,
  storeCredit: 0,
  overrides: {},
  transactionRate: 1,
  paymentMethod: '',
  paymentProviderId: '',
  paymentStatus: '',
  channelId: 1,
  source: 'external',
  externalOrderId: '',
  externalSource: null,
  externalMerchantId: null,
  staffNotes: '',
  customerMessage: '',
  customerLocale: 'en',
  ipAddress: '',
  geoipCountry: '',
  geoipCountryIso2: '',
  cartId: '',
  taxProviderId: '',
  isDeleted: false,
  itemsTotal: 0,
  subtotal: { ex: 0, inc: 0 },
  wrapping: { ...NO_COST },
  couponDiscount: 0,
  total: { ex: 0, inc: 0 },
};

/** An order with nothing in it, as the API would make one; BigCommerce counts its orders from 100. */
export function blankOrder(store: Store, at: string): Order {
  const { priceEnteredWithTax: taxInclusive, currency } = store.settings;
  return {
    ...structuredClone(BLANK),
    id: nextId(store, 'order', 100),
    createdAt: at,
    modifiedAt: at,
    taxInclusive,
    displayCurrency: currency,
    transactionCurrency: currency,
  };
}
