import { globSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../lib/domain/settings';
import type { ApiRefusal } from '../../../../lib/domain/views/views';
import { STAFF, STORE } from '../../../../lib/engine/account/testing/create-test-account';
import { openTestRoutes } from '../../../../lib/web/testing/open-test-routes';
import { GET as health } from '../../health/route';
import { POST as checkConnections } from './connections/check/route';
import { POST as checkCustomers } from './customers/check/route';
import { GET as orderPanel } from './orders/[orderId]/route';
import { POST as previewSale } from './orders/[orderId]/preview/route';
import { POST as checkOrders } from './orders/check/route';
import { POST as importOrders } from './orders/import/route';
import { POST as leaveOut } from './orders/leave-out/route';
import { GET as orders } from './orders/route';
import { POST as pause } from './pause/route';
import { POST as checkProducts } from './products/check/route';
import { POST as checkSales } from './sales/check/route';
import { POST as refreshHikeLists } from './settings/hike-lists/route';
import { PUT as saveSettings } from './settings/route';
import { POST as ignoreEntry } from './sync-log/[entryId]/ignore/route';
import { POST as retryEntry } from './sync-log/[entryId]/retry/route';
import { POST as retryCause } from './sync-log/retry/route';
import { GET as syncLog } from './sync-log/route';

const current = vi.hoisted(() => ({ edge: undefined as unknown }));
vi.mock('../../../../lib/web/edge', () => ({ edge: async () => current.edge }));
vi.mock('../../../../lib/logger', () => ({ logger: { info: vi.fn(), warn: vi.fn(), error: vi.fn() } }));

let routes: Awaited<ReturnType<typeof openTestRoutes>>;
let calls: unknown[][];
beforeEach(async () => {
  routes = await openTestRoutes();
  current.edge = routes.edge;
  calls = routes.calls;
});

const ask: typeof routes.askForJson = (...asked) => routes.askForJson(...asked);
const pageAnswers: typeof routes.pageAnswers = (...answer) => routes.pageAnswers(...answer);

const ENTRY = { entryId: '0198f3c2-7a4e-7cc3-98c4-dc0c0c07398f' };

describe('what the pages read', () => {
  it('answers the orders of a tab, with every part of the query checked', async () => {
    pageAnswers('orders', { rows: [] });
    expect(await ask(orders)).toEqual({ status: 200, body: { rows: [] } });
    await ask(orders, { query: '?tab=needs-you&search=%20ana%20&offset=50' });
    expect(calls).toEqual([
      [STORE, { tab: 'to-import', search: '', offset: 0 }],
      [STORE, { tab: 'needs-you', search: 'ana', offset: 50 }],
    ]);
  });

  it.each(['?tab=everything', '?offset=-1', '?offset=1.5', '?offset=x', `?search=${'x'.repeat(201)}`])('refuses orders with %s', async (query) => {
    expect(await ask(orders, { query })).toMatchObject({ status: 400, body: { code: 'invalid' } });
  });

  it('answers the sync log, with empty filters as none', async () => {
    pageAnswers('syncLog', { rows: [] });
    await ask(syncLog, { query: '?result=&direction=&thing=&search=&days=&before=' });
    await ask(syncLog, { query: '?result=needs-you,retrying&direction=hike-to-bigcommerce&thing=sale&search=x&days=7&before=abc' });
    expect(calls).toEqual([
      [STORE, { results: [], direction: null, thing: null, search: '', days: null, before: null }],
      [STORE, { results: ['needs-you', 'retrying'], direction: 'hike-to-bigcommerce', thing: 'sale', search: 'x', days: 7, before: 'abc' }],
    ]);
  });

  it('searches for what a database can hold, and for nothing else', async () => {
    pageAnswers('orders', { rows: [] });
    await ask(orders, { query: '?search=a%00b' });
    expect(calls).toEqual([[STORE, { tab: 'to-import', search: 'a\ufffdb', offset: 0 }]]);
  });

  it.each(['?result=nice', '?direction=up', '?thing=weather', '?days=0', '?days=1000'])('refuses the sync log with %s', async (query) => {
    expect((await ask(syncLog, { query })).status).toBe(400);
  });

  it('answers one order, and knows none by another name', async () => {
    pageAnswers('orderPanel', { order: null });
    expect((await ask(orderPanel, { params: { orderId: '106' } })).status).toBe(200);
    expect(calls).toEqual([[STORE, 106]]);
    expect((await ask(orderPanel, { params: { orderId: '106x' } })).status).toBe(404);
  });
});

describe('what the pages do', () => {
  it('previews an order by settings that are not saved, and knows none by another name', async () => {
    pageAnswers('previewSale', { kind: 'reading' });
    const body = { settings: DEFAULT_SETTINGS };
    expect(await ask(previewSale, { params: { orderId: '106' }, body })).toEqual({ status: 200, body: { kind: 'reading' } });
    expect(calls).toEqual([[STORE, { orderId: 106, settings: DEFAULT_SETTINGS }]]);
    expect((await ask(previewSale, { params: { orderId: '106x' }, body })).status).toBe(404);
    expect(await ask(previewSale, { params: { orderId: '106' }, body: { settings: { registerId: 'x' } } })).toMatchObject({ status: 400, body: { code: 'invalid' } });
  });

  it('saves settings in the name of the person', async () => {
    pageAnswers('saveSettings', { kind: 'saved', view: { version: 2 } });
    expect(await ask(saveSettings, { body: { version: 1, value: DEFAULT_SETTINGS } })).toEqual({ status: 200, body: { version: 2 } });
    expect(calls).toEqual([[STORE, { version: 1, value: DEFAULT_SETTINGS }, STAFF.email]]);
  });

  it('says who saved meanwhile, and which settings cannot be saved', async () => {
    pageAnswers('saveSettings', { kind: 'conflict', savedBy: 'ana@shop.example' });
    expect(await ask(saveSettings, { body: { version: 1, value: {} } })).toMatchObject({ status: 409, body: { code: 'conflict', message: expect.stringContaining('ana@shop.example') as string } });
    pageAnswers('saveSettings', { kind: 'invalid', fields: { registerId: 'Choose a register.' } });
    expect(await ask(saveSettings, { body: { version: 1, value: {} } })).toMatchObject({ status: 400, body: { fields: { registerId: 'Choose a register.' } } });
  });

  it.each([
    [{ version: -1, value: {} }],
    [{ version: 2 ** 31, value: {} }],
    [{ version: 1, value: { startDate: '2026-99-99T99:99:99.999Z' } }],
    [{ version: 1 }],
    [{ version: 1, value: { registerId: 'x' } }],
    [{ version: 1, value: { surprise: true } }],
    [{ version: 1, value: {}, more: 1 }],
  ])('refuses the settings %j', async (body) => {
    const refused = await ask(saveSettings, { body });
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid' } });
    expect(Object.keys((refused.body as ApiRefusal).fields ?? {})).not.toHaveLength(0);
  });

  it('imports orders, and leaves them out', async () => {
    pageAnswers('importOrders', { queued: [1], notQueued: [] });
    pageAnswers('leaveOut', undefined);
    expect(await ask(importOrders, { body: { orderIds: [1] } })).toEqual({ status: 200, body: { queued: [1], notQueued: [] } });
    expect(await ask(leaveOut, { body: { orderIds: [1, 2], leaveOut: true } })).toEqual({ status: 204, body: null });
    expect(calls).toEqual([
      [STORE, [1]],
      [STORE, [1, 2], true],
    ]);
  });

  it.each([[{}], [{ orderIds: [] }], [{ orderIds: ['1'] }], [{ orderIds: [-1] }], [{ orderIds: [1.5] }], [{ orderIds: Array(501).fill(1) }]])(
    'refuses to import %j',
    async (body) => {
      expect((await ask(importOrders, { body })).status).toBe(400);
    },
  );

  it('retries and ignores an entry, and says when it changed meanwhile', async () => {
    pageAnswers('retryEntry', true);
    pageAnswers('ignoreEntry', false);
    expect((await ask(retryEntry, { body: {}, params: ENTRY })).status).toBe(204);
    expect((await ask(ignoreEntry, { body: {}, params: ENTRY })).status).toBe(404);
    expect((await ask(retryEntry, { body: {}, params: { entryId: 'x' } })).status).toBe(404);
    expect(calls).toEqual([
      [STORE, ENTRY.entryId],
      [STORE, ENTRY.entryId],
    ]);
  });

  it('retries all that failed for one cause', async () => {
    pageAnswers('retryCause', 12);
    expect(await ask(retryCause, { body: { thing: 'order', code: 'payment-unmapped' } })).toEqual({ status: 200, body: { retried: 12 } });
    expect(calls).toEqual([[STORE, { thing: 'order', code: 'payment-unmapped' }]]);
    for (const body of [{}, { thing: 'order' }, { thing: 'everything', code: 'payment-unmapped' }, { thing: 'order', code: 'no such problem' }]) expect((await ask(retryCause, { body })).status).toBe(400);
  });

  it('pauses one way and leaves the other', async () => {
    pageAnswers('pause', undefined);
    expect((await ask(pause, { body: { sales: true } })).status).toBe(204);
    expect(calls).toEqual([[STORE, { sales: true }]]);
    expect((await ask(pause, { body: { sales: 'yes' } })).status).toBe(400);
  });

  it.each([
    ['checkOrders', checkOrders],
    ['checkSales', checkSales],
    ['checkProducts', checkProducts],
    ['checkCustomers', checkCustomers],
    ['refreshHikeLists', refreshHikeLists],
    ['checkConnections', checkConnections],
  ] as const)('%s', async (name, route) => {
    pageAnswers(name, undefined);
    expect(await ask(route, { body: {} })).toEqual({ status: 204, body: null });
    expect(calls).toEqual([[STORE]]);
  });

  it('names a hundred mistakes of a body at most', async () => {
    const refused = await ask(importOrders, { body: { orderIds: Array(400).fill('x') } });
    expect(Object.keys((refused.body as ApiRefusal).fields ?? {})).toHaveLength(100);
  });

  it('refuses a body that is larger than any page sends', async () => {
    expect((await ask(importOrders, { body: { orderIds: [1], padding: 'x'.repeat(300_000) } })).status).toBe(400);
  });
});

describe('every route below a store', () => {
  const files = globSync('**/route.ts', { cwd: import.meta.dirname }).sort();

  it('is found', () => expect(files.length).toBeGreaterThan(14));

  it.each(files)('%s lets nobody in without a session', async (file) => {
    const routes = (await import(/* @vite-ignore */ `${import.meta.dirname}/${file}`)) as Record<string, unknown>;
    for (const [method, route] of Object.entries(routes)) {
      const answered = await ask(route, { bearer: false, params: { orderId: '1', ...ENTRY } });
      // Starting a session is the one thing that needs none; it wants to be asked by our own page.
      expect([method, answered.status]).toEqual([method, file === 'session/route.ts' && method === 'POST' ? 403 : 401]);
    }
  });
});

describe('health', () => {
  it('is good while the database answers', async () => {
    expect((await health()).status).toBe(200);
    routes.edge.database.tables.stores.find = () => Promise.reject(new Error('down'));
    expect((await health()).status).toBe(503);
  });
});
