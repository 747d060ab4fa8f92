import type { OrderId, StoreHash } from '../../../domain/ids';
import type { Incident } from '../../../domain/incident';
import type { Reconciliation } from '../../../domain/reconciliation';
import type { StockMove } from '../../../domain/stock';
import { emailKey } from '../../../domain/rules/email-key';
import { skuKey } from '../../../domain/rules/sku-key';
import type {
  Delivery,
  DirtyRow,
  Entry,
  HikeConnectionRecord,
  Intent,
  Link,
  Member,
  ProductImage,
  ReservedUnits,
  SeenCustomer,
  SeenDifference,
  SeenHikeProduct,
  SeenLevel,
  SeenOrder,
  SeenSale,
  SeenStoreProduct,
  SettingsRecord,
  StoreRecord,
} from '../../ports/tables';
import type { Instant } from '../../../domain/instant';
import { Shelf } from './shelf';

export interface MemoryShelves {
  stores: Shelf<StoreRecord>;
  memberships: Shelf<Omit<Member, 'user'>>;
  /** Of all stores alike, so kept under `EVERY_STORE`. */
  users: Shelf<Member['user']>;
  codes: Shelf<{ value: unknown; expiresAt: Instant }>;
  connections: Shelf<HikeConnectionRecord>;
  settings: Shelf<SettingsRecord>;
  links: Shelf<Link>;
  orders: Shelf<SeenOrder>;
  sales: Shelf<SeenSale>;
  dirty: Shelf<DirtyRow>;
  leases: Shelf<{ owner: string | null; token: bigint; expiresAt: Instant }>;
  intents: Shelf<Intent>;
  entries: Shelf<Entry>;
  inbox: Shelf<Delivery>;
  incidents: Shelf<Incident>;
  cursors: Shelf<unknown>;
  calls: Shelf<{ minute: Instant; calls: number }>;
  hikeProducts: Shelf<SeenHikeProduct>;
  storeProducts: Shelf<SeenStoreProduct>;
  images: Shelf<readonly ProductImage[]>;
  levels: Shelf<SeenLevel>;
  moves: Shelf<StockMove>;
  reserves: Shelf<{ orderId: OrderId; units: ReservedUnits[] }>;
  customers: Shelf<SeenCustomer>;
  reconciliations: Shelf<Reconciliation>;
  differences: Shelf<SeenDifference>;
}

export const EVERY_STORE = '' as StoreHash;

export const linkTag = {
  bigcommerce: ({ thing, bigcommerceId }: Pick<Link, 'thing' | 'bigcommerceId'>) => `bigcommerce ${thing} ${bigcommerceId}`,
  hike: ({ thing, hikeId }: Pick<Link, 'thing' | 'hikeId'>) => `hike ${thing} ${hikeId}`,
};

export const productTag = {
  variant: (id: number) => `variant ${id}`,
  sku: (key: string) => `sku ${key}`,
  barcode: (key: string) => `barcode ${key}`,
  name: (key: string) => `name ${key}`,
};

const keyTags = ({ variants }: { variants: readonly { id: number; sku: string; barcode: string }[] }): string[] =>
  variants.flatMap(({ id, sku, barcode }) => [productTag.variant(id), productTag.sku(skuKey(sku)), productTag.barcode(skuKey(barcode))]);

export const memoryShelves = (): MemoryShelves => ({
  stores: new Shelf(),
  memberships: new Shelf(),
  users: new Shelf(),
  codes: new Shelf(),
  connections: new Shelf(),
  settings: new Shelf(),
  links: new Shelf((link) => [linkTag.bigcommerce(link), linkTag.hike(link)]),
  orders: new Shelf(),
  sales: new Shelf(),
  dirty: new Shelf(({ thing }) => [thing]),
  leases: new Shelf(),
  intents: new Shelf(),
  entries: new Shelf(),
  inbox: new Shelf(),
  incidents: new Shelf(),
  cursors: new Shelf(),
  calls: new Shelf(),
  hikeProducts: new Shelf(({ product }) => keyTags(product)),
  storeProducts: new Shelf(({ product }) => [...keyTags(product), productTag.name(skuKey(product.name))]),
  images: new Shelf(),
  levels: new Shelf(({ variantId }) => [String(variantId)]),
  moves: new Shelf(({ hikeId }) => [String(hikeId)]),
  reserves: new Shelf(({ units }) => units.map(({ variantId }) => String(variantId))),
  customers: new Shelf(({ customer }) => [emailKey(customer.email) ?? '']),
  reconciliations: new Shelf(),
  differences: new Shelf(),
});

/** What a foreign key does in the database: these belong to a store that is there. */
export const requireStore = ({ stores }: MemoryShelves, hash: StoreHash): void => {
  if (stores.get(hash) === null) throw new Error(`There is no store ${hash}.`);
};
