import { DEFAULT_SETTINGS } from '../../lib/domain/settings';
import { HOOK_SAMPLES } from './hook-samples';

/** What a route takes when all is well; what is not named it does not read. */
export interface RouteSample {
  query?: readonly Record<string, string>[];
  body?: readonly unknown[];
}

const BELOW = 'app/api/stores/[storeHash]';
const keys = ['hike:812', 'bigcommerce:77'];
const all = { tab: 'only-bigcommerce', search: '' };
const page = { search: 'tote', offset: '0' };

/** Every route by file and method; fuzz/parsers/parsers.test.ts holds the list complete. */
export const ROUTE_SAMPLES: Readonly<Record<string, Readonly<Record<string, RouteSample>>>> = {
  'app/api/health/route.ts': { GET: {} },
  'app/api/bigcommerce/auth/route.ts': { GET: { query: [{ code: 'c', scope: 'store_v2_orders', context: 'stores/abc123', account_uuid: 'a' }, { external_install: '1' }] } },
  'app/api/bigcommerce/load/route.ts': { GET: { query: [{ signed_payload_jwt: 'a.b.c' }] } },
  'app/api/bigcommerce/uninstall/route.ts': { GET: { query: [{ signed_payload_jwt: 'a.b.c' }] } },
  'app/api/bigcommerce/remove-user/route.ts': { GET: { query: [{ signed_payload_jwt: 'a.b.c' }] } },
  'app/api/bigcommerce/webhooks/route.ts': { POST: { body: HOOK_SAMPLES } },
  'app/api/hike/callback/route.ts': { GET: { query: [{ state: 'a.b.c', code: 'c' }, { state: 'a.b.c', error: 'access_denied' }] } },
  [`${BELOW}/session/route.ts`]: { POST: { body: [{ code: 'once' }, {}] }, DELETE: {} },
  [`${BELOW}/overview/route.ts`]: { GET: {} },
  [`${BELOW}/hike-connection/route.ts`]: { POST: {} },
  [`${BELOW}/hike-connection/candidate/route.ts`]: { POST: { body: [{ accept: true }] } },
  [`${BELOW}/pause/route.ts`]: { POST: { body: [{ imports: true, sales: false }] } },
  [`${BELOW}/orders/route.ts`]: { GET: { query: [{ ...page, tab: 'needs-you' }] } },
  [`${BELOW}/orders/[orderId]/route.ts`]: { GET: {} },
  [`${BELOW}/orders/[orderId]/preview/route.ts`]: { POST: { body: [{ settings: DEFAULT_SETTINGS }, { settings: {} }] } },
  [`${BELOW}/orders/leave-out/route.ts`]: { POST: { body: [{ orderIds: [1, 2], leaveOut: true }] } },
  [`${BELOW}/orders/import/route.ts`]: { POST: { body: [{ orderIds: [1] }] } },
  [`${BELOW}/orders/check/route.ts`]: { POST: {} },
  [`${BELOW}/sales/check/route.ts`]: { POST: {} },
  [`${BELOW}/sync-log/route.ts`]: {
    GET: { query: [{ result: 'needs-you,retrying', direction: 'hike-to-bigcommerce', thing: 'sale', search: 'x', days: '7', before: '2026-01-15T03:20:00.000Z_0198f3c2-7a4e-7cc3-98c4-dc0c0c07398f' }] },
  },
  [`${BELOW}/sync-log/[entryId]/ignore/route.ts`]: { POST: {} },
  [`${BELOW}/sync-log/[entryId]/retry/route.ts`]: { POST: {} },
  [`${BELOW}/sync-log/retry/route.ts`]: { POST: { body: [{ thing: 'order', code: 'gave-up' }] } },
  [`${BELOW}/customers/route.ts`]: { GET: { query: [{ ...page, state: '' }] } },
  [`${BELOW}/customers/actions/route.ts`]: { POST: { body: [{ action: 'choose', hikeId: 51, customerId: 7 }, { action: 'create', hikeId: 51 }, { action: 'retry', hikeIds: [51] }] } },
  [`${BELOW}/customers/check/route.ts`]: { POST: {} },
  [`${BELOW}/connections/check/route.ts`]: { POST: {} },
  [`${BELOW}/settings/route.ts`]: { GET: {}, PUT: { body: [{ version: 1, value: DEFAULT_SETTINGS }, { version: 0, value: {} }] } },
  [`${BELOW}/settings/hike-lists/route.ts`]: { POST: {} },
  [`${BELOW}/products/route.ts`]: { GET: { query: [{ ...page, tab: 'linked' }] } },
  [`${BELOW}/products/actions/route.ts`]: { POST: { body: [{ action: 'link', hikeId: 812, productId: 77 }, { action: 'ignore', keys }, { action: 'unlink', all: { ...all, after: null } }, { action: 'link-candidate', all: { ...all, after: 'hike:812' } }, { action: 'cancel' }] } },
  [`${BELOW}/products/check/route.ts`]: { POST: {} },
  [`${BELOW}/products/plan.csv/route.ts`]: { GET: {} },
  [`${BELOW}/products/run/route.ts`]: { GET: {} },
  [`${BELOW}/products/to-hike-preview/route.ts`]: { POST: { body: [{ keys }, { all }] } },
  [`${BELOW}/reconciliation/route.ts`]: { GET: { query: [{ offset: '50' }] } },
  [`${BELOW}/reconciliation/compare/route.ts`]: { POST: {} },
  [`${BELOW}/reconciliation/fix/route.ts`]: { POST: { body: [{ keys: ['order-not-read:7'] }, { keys: null }] } },
  [`${BELOW}/reconciliation/put-aside/route.ts`]: { POST: { body: [{ keys: ['order-not-read:7'] }] } },
  [`${BELOW}/stock/route.ts`]: { GET: { query: [{ ...page, held: 'true' }] } },
  [`${BELOW}/stock/[hikeId]/route.ts`]: { GET: { query: [{ before: '2026-01-15T03:20:00.000Z' }] } },
  [`${BELOW}/stock/approve/route.ts`]: { POST: { body: [{ variantIds: [93] }, { variantIds: null }] } },
};
