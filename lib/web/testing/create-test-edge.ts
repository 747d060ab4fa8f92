import { SignJWT } from 'jose';
import type { StoreHash } from '../../domain/ids';
import { millisOfInstant } from '../../domain/instant-arithmetic';
import { createAccount } from '../../engine/account/account';
import { OWNER, STAFF, STORE, createTestAccount } from '../../engine/account/testing/create-test-account';
import type { Pages } from '../../engine/pages/pages';
import { sampleMember, sampleProfile, sampleStore } from '../../engine/testing/batteries/sample-records';
import { readEnvironment } from '../../env';
import type { Edge } from '../edge';
import { issueSessionToken } from '../session-token';

export const APP_URL = 'https://app.example';

const ENVIRONMENT = {
  APP_URL,
  BIGCOMMERCE_CLIENT_ID: 'client-id',
  BIGCOMMERCE_CLIENT_SECRET: 'example-client-secret-0001',
  BIGCOMMERCE_APP_ID: '4711',
  HIKE_CLIENT_ID: 'hike-id',
  HIKE_CLIENT_SECRET: 'hike-secret',
  SESSION_SECRET: 'a session secret of more than 32 characters',
  ENCRYPTION_KEYS: `1:${Buffer.alloc(32, 1).toString('base64')}`,
};

const unexpected = (name: string) => (): never => {
  throw new Error(`${name} was not expected`);
};

/** Each call fails until the test puts something in its place. */
const emptyPages = (): Pages => ({
  overview: unexpected('overview'),
  settings: unexpected('settings'),
  saveSettings: unexpected('saveSettings'),
  refreshHikeLists: unexpected('refreshHikeLists'),
  orders: unexpected('orders'),
  importOrders: unexpected('importOrders'),
  leaveOut: unexpected('leaveOut'),
  previewSale: unexpected('previewSale'),
  checkOrders: unexpected('checkOrders'),
  checkSales: unexpected('checkSales'),
  checkProducts: unexpected('checkProducts'),
  checkCustomers: unexpected('checkCustomers'),
  checkConnections: unexpected('checkConnections'),
  orderPanel: unexpected('orderPanel'),
  syncLog: unexpected('syncLog'),
  retryEntry: unexpected('retryEntry'),
  retryCause: unexpected('retryCause'),
  ignoreEntry: unexpected('ignoreEntry'),
  pause: unexpected('pause'),
  products: unexpected('products'),
  catalogueRun: unexpected('catalogueRun'),
  actOnProducts: unexpected('actOnProducts'),
  toHikePreview: unexpected('toHikePreview'),
  planRows: unexpected('planRows'),
  stock: unexpected('stock'),
  stockTimeline: unexpected('stockTimeline'),
  approveStock: unexpected('approveStock'),
  reconciliation: unexpected('reconciliation'),
  compareNow: unexpected('compareNow'),
  fixDifferences: unexpected('fixDifferences'),
  putDifferencesAside: unexpected('putDifferencesAside'),
  customers: unexpected('customers'),
  actOnCustomers: unexpected('actOnCustomers'),
});

/** The app behind the routes: real use cases over memory, pages that the test writes. */
export const createTestEdge = (environment: Partial<Record<keyof typeof ENVIRONMENT, string>> & Record<string, string> = {}) => {
  const test = createTestAccount();
  const { deps, database, clock } = test;
  const edge: Edge = {
    env: readEnvironment({ ...ENVIRONMENT, ...environment }),
    clock,
    database,
    hikeOAuth: deps.hikeOAuth,
    account: createAccount(deps),
    pages: emptyPages(),
  };
  const addStore = async (storeHash: StoreHash = STORE) => {
    await database.tables.stores.save(sampleStore(storeHash, { installedAt: clock.now(), owner: OWNER, profile: { ...sampleProfile(), readAt: clock.now() } }));
    await database.tables.members.save(sampleMember(storeHash, { user: { ...STAFF, locale: 'en' }, sessionsSince: clock.now() }));
  };
  const bearerFor = async (storeHash: StoreHash = STORE): Promise<string> =>
    (await issueSessionToken(edge, 'bearer', { storeHash, userId: STAFF.id, startedAt: clock.now() })).token;
  return { ...test, edge, addStore, bearerFor };
};

export interface LaunchFlaws {
  claims?: Record<string, unknown>;
  secret?: string;
  alg?: string;
}

/** A `signed_payload_jwt` as BigCommerce makes it, or one with something wrong. */
export const launchToken = ({ env, clock }: Edge, { claims = {}, secret, alg = 'HS256' }: LaunchFlaws = {}): Promise<string> => {
  const now = Math.floor(millisOfInstant(clock.now()) / 1_000);
  const payload = {
    iss: 'bc',
    aud: env.bigcommerce.clientId,
    iat: now,
    nbf: now - 5,
    exp: now + 24 * 60 * 60,
    jti: crypto.randomUUID(),
    sub: `stores/${STORE}`,
    user: { ...STAFF, locale: 'en-AU' },
    owner: OWNER,
    url: '/',
    channel_id: null,
    ...claims,
  };
  return new SignJWT(payload).setProtectedHeader({ alg, typ: 'JWT' }).sign(new TextEncoder().encode(secret ?? env.bigcommerce.clientSecret));
};
