import { randomBytes } from 'node:crypto';
import type { LocationId, OrderId, RegisterId, SaleId, StoreHash, UserId, OutletId, PaymentTypeId, HikeTaxId, HikeProductId, TaxClassId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import type { Currency, Decimal } from '../../../domain/money';
import type { Quantity } from '../../../domain/quantity';
import type { Sale } from '../../../domain/sale';
import type { HikeLists, StoreProfile } from '../../../domain/shop-lists';
import type { HikeTokens } from '../../ports/oauth';
import type { WholeDatabase, DirtyMark, EntryDraft, HikeConnectionRecord, Member, SeenOrder, StoreRecord } from '../../ports/tables';

/** A store that no other test knows, so that tests may share one database. */
export const newStoreHash = (): StoreHash => randomBytes(8).toString('hex') as StoreHash;

const AUD = 'AUD' as Currency;
const aud = (minor: number) => ({ minor, currency: AUD });

/** The fifteenth of January 2026, some minutes after three. */
export const at = (minutes: number): Instant => new Date(Date.UTC(2026, 0, 15, 3, minutes)).toISOString() as Instant;

export const sampleStore = (hash: StoreHash, rest: Partial<StoreRecord> = {}): StoreRecord => ({
  hash,
  state: 'active',
  accessToken: 'access-token-of-the-store',
  scope: 'store_v2_orders store_v2_products',
  accountUuid: '4f1ddc2e-4c5e-4b4c-9f0c-6f3a0f5a8f11',
  owner: { id: 9_000_000_001 as UserId, email: 'owner@example.com' },
  hookSecret: 'secret-of-the-hooks',
  previousHookSecret: null,
  profile: null,
  lastSeenAt: null,
  installedAt: at(0),
  uninstalledAt: null,
  unauthorizedRuns: 0,
  ...rest,
});

/** A store that is there, for what belongs to one. */
export const addStore = async (database: WholeDatabase): Promise<StoreHash> => {
  const hash = newStoreHash();
  await database.tables.stores.save(sampleStore(hash));
  return hash;
};

const ADDRESS = {
  firstName: 'Zoë',
  lastName: 'O’Neill',
  company: '',
  street1: '1 Queen St',
  street2: '',
  city: 'Brisbane',
  state: 'Queensland',
  postcode: '4000',
  country: 'Australia',
  countryCode: 'AU',
  phone: '',
  email: 'zoe@example.com',
};

export const sampleProfile = (): StoreProfile => ({
  readAt: at(1),
  name: 'Zoë’s Totes',
  currency: AUD,
  timeZone: 'Australia/Brisbane',
  pricesIncludeTax: true,
  controlPanelUrl: 'https://store-abc.mybigcommerce.com',
  address: ADDRESS,
  taxClasses: [{ id: 0 as TaxClassId, name: 'Default' }],
  locations: [{ id: 1 as LocationId, name: 'Default location', isDefault: true, isEnabled: true }],
  statusLabels: { '11': 'To pack' },
});

export const sampleMember = (storeHash: StoreHash, rest: Partial<Member> = {}): Member => ({
  storeHash,
  user: { id: Number.parseInt(randomBytes(4).toString('hex'), 16) as UserId, email: 'zoe@example.com', locale: 'en' },
  isOwner: false,
  sessionsSince: at(0),
  ...rest,
});

export const sampleTokens = (name: string): HikeTokens => ({ accessToken: `access-${name}`, refreshToken: `refresh-${name}`, obtainedAt: at(0), expiresAt: at(60) });

export const sampleLists = (): HikeLists => ({
  readAt: at(2),
  outlets: [{ id: 3 as OutletId, name: 'Queen St', isActive: true }],
  registers: [{ id: 5 as RegisterId, name: 'Web', outletId: 3 as OutletId, isActive: true }],
  paymentTypes: [{ id: 7 as PaymentTypeId, name: 'Card', kind: 2, isActive: true }],
  taxes: [{ id: 9 as HikeTaxId, name: 'GST', rate: '10' as Decimal, isActive: true }],
  currency: AUD,
  taxInclusive: true,
});

export const sampleConnection = (storeHash: StoreHash, rest: Partial<HikeConnectionRecord> = {}): HikeConnectionRecord => ({
  storeHash,
  state: 'connected',
  tokens: sampleTokens('first'),
  fingerprint: 'f1',
  shopName: 'Queen St',
  lists: sampleLists(),
  candidate: null,
  connectedAt: at(0),
  trouble: null,
  ...rest,
});

export const sampleOrder = (id: number, rest: Partial<SeenOrder> = {}): SeenOrder => ({
  id: id as OrderId,
  statusId: 11,
  createdAt: at(10),
  modifiedAt: at(11),
  total: { incTax: aud(4398), exTax: aud(3998) },
  paymentMethod: 'PayPal',
  customerName: 'Zoë O’Neill',
  email: 'zoe@example.com',
  itemCount: 2,
  externalSource: null,
  state: 'to-import',
  problem: null,
  saleId: null,
  saleNumber: null,
  ...rest,
});

export const sampleSale = (id: number, rest: Partial<Sale> = {}): Sale => ({
  id: id as SaleId,
  number: `BC-${id}`,
  status: 'Completed',
  transactionDate: at(20),
  modifiedAt: at(21),
  outletId: 3 as OutletId,
  registerId: 5 as RegisterId,
  customerId: null,
  customerName: '',
  taxInclusive: true,
  currency: AUD,
  lines: [{ productId: 11 as HikeProductId, title: 'Canvas tote', sku: 'TOTE', quantity: 3500 as Quantity, total: aud(2200), exTax: aud(2000), tax: aud(200) }],
  shipping: aud(0),
  shippingTax: aud(0),
  tip: aud(0),
  rounding: aud(0),
  discount: aud(0),
  totalTax: aud(200),
  net: aud(2200),
  paid: aud(2200),
  payments: [{ typeId: 7 as PaymentTypeId, name: 'Card', amount: aud(2200) }],
  note: '',
  originalSaleId: null,
  source: null,
  ...rest,
});

export const sampleMark = (rest: Partial<DirtyMark> = {}): DirtyMark => ({ thing: 'order', id: '100', priority: 20, notBefore: at(0), trigger: 'webhook', ...rest });

export const sampleEntry = (rest: Partial<EntryDraft> = {}): EntryDraft => ({
  at: at(30),
  direction: 'bigcommerce-to-hike',
  thing: 'order',
  recordId: '100',
  label: 'Order 100',
  bigcommerceId: '100',
  hikeId: null,
  result: 'done',
  problem: null,
  message: 'Imported as sale BC-100.',
  trigger: 'person',
  nextTryAt: null,
  detail: null,
  ...rest,
});
