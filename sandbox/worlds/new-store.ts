import { randomUUID } from 'node:crypto';
import type { Currency, Location, Store, StoreSettings, TaxClass, User } from '../bigcommerce/model/store.ts';
import type { WorldName } from './world-names.ts';

/** One person may work in several stores, so all worlds share these people. */
const USERS: User[] = [
  { id: 9_128_001, email: 'ana.owner@example.com', username: 'ana.owner@example.com', name: 'Ana Diaz', locale: 'en-AU', owner: true },
  { id: 9_128_002, email: 'ben.staff@example.com', username: 'ben.staff@example.com', name: 'Ben Okafor', locale: 'en-AU', owner: false },
];

const COMMON: Omit<StoreSettings, 'name' | 'country' | 'countryCode' | 'currency' | 'timezone' | 'rawOffset' | 'dstOffset' | 'priceEnteredWithTax' | 'taxName' | 'multiCurrency'> = {
  currencySymbol: '$',
  planName: 'Standard',
  quota: 150,
  updateStockBehavior: 'order_placed',
  editOrderStockAdjustment: true,
  refundOrderStockAdjustment: true,
  oversell: 'reject',
  inventoryDelayMs: 1500,
};

const AUSTRALIA: StoreSettings = {
  ...COMMON,
  name: 'Harbour Street Store',
  country: 'Australia',
  countryCode: 'AU',
  currency: 'AUD',
  timezone: 'Australia/Sydney',
  rawOffset: 36_000,
  dstOffset: 39_600,
  priceEnteredWithTax: true,
  taxName: 'GST',
  multiCurrency: true,
};

const AMERICA: StoreSettings = {
  ...COMMON,
  name: 'Main Street Goods',
  country: 'United States',
  countryCode: 'US',
  currency: 'USD',
  timezone: 'America/Chicago',
  rawOffset: -21_600,
  dstOffset: -18_000,
  priceEnteredWithTax: false,
  taxName: 'Sales Tax',
  multiCurrency: false,
};

function taxClasses(rate: number, freeName: string): TaxClass[] {
  return [
    { id: 0, name: 'Default Tax Class', rate },
    { id: 1, name: 'Non-Taxable Products', rate: 0 },
    { id: 2, name: 'Shipping', rate },
    { id: 3, name: 'Gift Wrapping', rate },
    { id: 4, name: freeName, rate: 0 },
  ];
}

function currencies(home: 'AUD' | 'USD'): Currency[] {
  const currency = (code: string, name: string, countryIso2: string) => ({ code, name, countryIso2, symbol: '$', decimals: 2 });
  const [aud, usd] = [currency('AUD', 'Australian Dollar', 'AU'), currency('USD', 'US Dollar', 'US')];
  const [first, second] = home === 'AUD' ? [aud, usd] : [usd, aud];
  return [
    { id: 1, ...first, rate: 1, isDefault: true, isTransactional: true },
    { id: 2, ...second, rate: home === 'AUD' ? 0.65 : 1.54, isDefault: false, isTransactional: home === 'AUD' },
  ];
}

function location(store: StoreSettings, parts: { id: number; code: string; label: string; at: string }): Location {
  const address = {
    address1: '12 Harbour Street',
    address2: '',
    city: store.countryCode === 'AU' ? 'Sydney' : 'Austin',
    state: store.countryCode === 'AU' ? 'NSW' : 'TX',
    zip: store.countryCode === 'AU' ? '2000' : '78701',
    email: 'stock@example.com',
    phone: '555-0100',
    geo_coordinates: { latitude: -33.86, longitude: 151.2 },
    country_code: store.countryCode,
  };
  return { id: parts.id, code: parts.code, label: parts.label, enabled: true, isDefault: parts.id === 1, managedExternally: false, timeZone: store.timezone, created: parts.at, updated: parts.at, fields: { address } };
}

const PAYMENT_METHODS = [
  { code: 'credit_card', name: 'Credit Card', testMode: false },
  { code: 'paypal', name: 'PayPal', testMode: false },
  { code: 'bankdeposit', name: 'Bank Deposit', testMode: false },
  { code: 'cod', name: 'Cash on Delivery', testMode: false },
  { code: 'instore', name: 'Pay in Store', testMode: false },
  { code: 'testgateway', name: 'Test Payment Gateway', testMode: true },
];

/** A store with nothing in it but its rules. */
export function newStore(world: WorldName, hash: string, at: Date): Store {
  const settings = structuredClone(world === 'us' ? AMERICA : AUSTRALIA);
  const now = at.toISOString();
  const labels = world === 'us' ? ['Main Street', 'Depot'] : ['Harbour Street', 'Warehouse'];
  const locations = [
    location(settings, { id: 1, code: 'MAIN', label: labels[0] ?? '', at: now }),
    location(settings, { id: 2, code: 'WAREHOUSE', label: labels[1] ?? '', at: now }),
  ];
  return {
    hash,
    world,
    storeId: 1_000_000 + [...hash].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 900_000, 7),
    accountUuid: randomUUID(),
    settings,
    users: structuredClone(USERS),
    install: null,
    codes: [],
    taxClasses: world === 'us' ? taxClasses(825, 'Groceries') : taxClasses(1000, 'GST free'),
    currencies: currencies(world === 'us' ? 'USD' : 'AUD'),
    paymentMethods: structuredClone(PAYMENT_METHODS),
    ids: {},
    brands: new Map(),
    categories: new Map(),
    products: new Map(),
    variants: new Map(),
    stock: new Map(),
    locations: new Map(locations.map((item) => [item.id, item])),
    channels: new Map([[1, { id: 1, name: settings.name, type: 'storefront', platform: 'bigcommerce', status: 'active', externalId: '', isVisible: true, isListable: true, created: now, modified: now }]]),
    customers: new Map(),
    addresses: new Map(),
    orders: new Map(),
    hooks: new Map(),
    hookEmails: [],
    deliveries: new Map(),
    extensions: new Map(),
    window: { startedAt: 0, used: 0 },
  };
}
