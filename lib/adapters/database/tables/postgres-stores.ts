import { z } from 'zod';
import { StoreHash, UserId } from '../../../domain/ids';
import { instantFromDate } from '../../../domain/instant-arithmetic';
import { StoreProfile } from '../../../domain/shop-lists';
import { STORE_STATES, type StoreRecord, type Stores } from '../../../engine/ports/tables';
import type { Store } from '../../../generated/prisma/client';
import type { Connection } from '../connection';
import { nullableJson } from '../nullable-json';
import type { Sealer } from '../seal-secrets';

const State = z.enum(STORE_STATES);
const tokenPlace = (hash: string) => `stores/${hash}/access_token`;
const secretPlace = (hash: string) => `stores/${hash}/hook_secret`;
const previousSecretPlace = (hash: string) => `stores/${hash}/previous_hook_secret`;

export const postgresStores = (connection: Connection, sealer: Sealer): Stores => ({
  async find(hash) {
    const row = await connection.store.findUnique({ where: { hash } });
    return row && readStore(row, sealer);
  },
  async save(store) {
    const columns = columnsOf(store, sealer);
    await connection.store.upsert({ where: { hash: store.hash }, create: columns, update: columns });
  },
  async saveProfile(hash, profile) {
    await connection.store.updateMany({ where: { hash }, data: { profile } });
  },
  async markSeen(hash, at) {
    await connection.store.updateMany({ where: { hash }, data: { lastSeenAt: new Date(at) } });
  },
  async changeState(hash, state, at) {
    const rest = state === 'uninstalled' ? { accessToken: null, uninstalledAt: new Date(at) } : { uninstalledAt: null };
    await connection.store.updateMany({ where: { hash }, data: { state, ...rest } });
  },
  async countUnauthorized(hash, runs) {
    await connection.store.updateMany({ where: { hash }, data: { unauthorizedRuns: runs } });
  },
  async forgetPreviousHookSecret(hash) {
    await connection.store.updateMany({ where: { hash }, data: { previousHookSecret: null } });
  },
  async listActive() {
    const rows = await connection.store.findMany({ where: { state: 'active' }, select: { hash: true }, orderBy: { hash: 'asc' } });
    return rows.map(({ hash }) => StoreHash.parse(hash));
  },
});

const columnsOf = (store: StoreRecord, sealer: Sealer) => ({
  hash: store.hash,
  state: store.state,
  accessToken: store.accessToken === null ? null : sealer.seal(store.accessToken, tokenPlace(store.hash)),
  scope: store.scope,
  accountUuid: store.accountUuid,
  ownerId: BigInt(store.owner.id),
  ownerEmail: store.owner.email,
  hookSecret: sealer.seal(store.hookSecret, secretPlace(store.hash)),
  previousHookSecret: store.previousHookSecret === null ? null : sealer.seal(store.previousHookSecret, previousSecretPlace(store.hash)),
  profile: nullableJson(store.profile),
  lastSeenAt: store.lastSeenAt && new Date(store.lastSeenAt),
  installedAt: new Date(store.installedAt),
  uninstalledAt: store.uninstalledAt && new Date(store.uninstalledAt),
  unauthorizedRuns: store.unauthorizedRuns,
});

const readStore = (row: Store, sealer: Sealer): StoreRecord => ({
  hash: StoreHash.parse(row.hash),
  state: State.parse(row.state),
  accessToken: row.accessToken === null ? null : sealer.open(row.accessToken, tokenPlace(row.hash)),
  scope: row.scope,
  accountUuid: row.accountUuid,
  owner: { id: UserId.parse(Number(row.ownerId)), email: row.ownerEmail },
  hookSecret: sealer.open(row.hookSecret, secretPlace(row.hash)),
  previousHookSecret: row.previousHookSecret === null ? null : sealer.open(row.previousHookSecret, previousSecretPlace(row.hash)),
  profile: StoreProfile.nullable().parse(row.profile),
  lastSeenAt: row.lastSeenAt && instantFromDate(row.lastSeenAt),
  installedAt: instantFromDate(row.installedAt),
  uninstalledAt: row.uninstalledAt && instantFromDate(row.uninstalledAt),
  unauthorizedRuns: row.unauthorizedRuns,
});
