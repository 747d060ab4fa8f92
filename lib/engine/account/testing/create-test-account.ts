import type { StoreHash, UserId } from '../../../domain/ids';
import { instantPlus } from '../../../domain/instant-arithmetic';
import type { BigCommerceGrant, HikeTokens } from '../../ports/oauth';
import type { Tables } from '../../ports/tables';
import { createMemoryDatabase } from '../../testing/create-memory-database';
import { createMemoryQueue } from '../../testing/create-memory-queue';
import { createTestClock } from '../../testing/create-test-clock';
import type { AccountDeps } from '../account-deps';
import { WANTED_SCOPES } from '../wanted-scopes';

export const STORE = 'abc123' as StoreHash;
export const OWNER = { id: 7 as UserId, email: 'owner@shop.example' };
export const STAFF = { id: 8 as UserId, email: 'staff@shop.example' };

export const grantFor = (storeHash: StoreHash = STORE, rest: Partial<BigCommerceGrant> = {}): BigCommerceGrant => ({
  accessToken: 'bc-token',
  scope: WANTED_SCOPES.join(' '),
  storeHash,
  accountUuid: '4f1ddc2e-4c5e-4b4c-9f0c-6f3a0f5a8f11',
  user: OWNER,
  owner: OWNER,
  ...rest,
});

/** Somebody else saves the settings at this moment. */
export const withSettingsTaken = (tables: Tables): Tables => ({ ...tables, settings: { ...tables.settings, save: async () => false } });

/** The use cases' dependencies over memory; both vendors answer what the test puts into `bigcommerce` and `hike`. */
export const createTestAccount = () => {
  const database = createMemoryDatabase();
  const queue = createMemoryQueue(database);
  const clock = createTestClock();
  let codes = 0;
  const tokens = (name: string): HikeTokens => ({
    accessToken: `access-${name}`,
    refreshToken: `refresh-${name}`,
    obtainedAt: clock.now(),
    expiresAt: instantPlus(clock.now(), 7 * 24 * 60 * 60_000),
  });
  const bigcommerce = { redeem: async (): Promise<BigCommerceGrant> => grantFor() };
  const hike = {
    redeem: async (code: string): Promise<HikeTokens> => tokens(code),
    refresh: async (): Promise<HikeTokens> => Promise.reject(new Error('not expected')),
  };
  const logged: string[] = [];
  const log = (message: string): void => void logged.push(message);
  const deps: AccountDeps = {
    database,
    queue,
    clock,
    bigcommerceOAuth: { redeem: () => bigcommerce.redeem() },
    hikeOAuth: {
      authorizeUrl: (state) => `https://hike.example/oauth/authorize?state=${state}`,
      redeem: (code) => hike.redeem(code),
      refresh: () => hike.refresh(),
    },
    log: { info: log, warn: log, error: log },
    randomCode: () => `code-${(codes += 1)}`,
  };
  return { deps, database, queue, clock, bigcommerce, hike, tokens, logged };
};
