import type { StoreHash } from '../../../domain/ids';
import type { Delivery, DirtyRow, Entry, HikeConnectionRecord, Intent, Link, Member, SeenOrder, SeenSale, SettingsRecord, StoreRecord } from '../../ports/tables';
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
  cursors: Shelf<unknown>;
  calls: Shelf<{ minute: Instant; calls: number }>;
}

export const EVERY_STORE = '' as StoreHash;

export const memoryShelves = (): MemoryShelves => ({
  stores: new Shelf(),
  memberships: new Shelf(),
  users: new Shelf(),
  codes: new Shelf(),
  connections: new Shelf(),
  settings: new Shelf(),
  links: new Shelf(),
  orders: new Shelf(),
  sales: new Shelf(),
  dirty: new Shelf(),
  leases: new Shelf(),
  intents: new Shelf(),
  entries: new Shelf(),
  inbox: new Shelf(),
  cursors: new Shelf(),
  calls: new Shelf(),
});

/** What a foreign key does in the database: these belong to a store that is there. */
export const requireStore = ({ stores }: MemoryShelves, hash: StoreHash): void => {
  if (stores.get(hash) === null) throw new Error(`There is no store ${hash}.`);
};
