import { beforeEach, describe, expect, it, vi } from 'vitest';
import { STAFF, STORE } from '../../../../lib/engine/account/testing/create-test-account';
import { openTestRoutes } from '../../../../lib/web/testing/open-test-routes';
import { POST as actOnCustomers } from './customers/actions/route';
import { GET as customers } from './customers/route';
import { POST as actOnProducts } from './products/actions/route';
import { GET as planCsv } from './products/plan.csv/route';
import { GET as products } from './products/route';
import { GET as run } from './products/run/route';
import { POST as toHikePreview } from './products/to-hike-preview/route';
import { GET as stockTimeline } from './stock/[hikeId]/route';
import { POST as approveStock } from './stock/approve/route';
import { GET as stock } from './stock/route';

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

const ask: typeof routes.ask = (...asked) => routes.ask(...asked);
const pageAnswers: typeof routes.pageAnswers = (...answer) => routes.pageAnswers(...answer);

describe('what the catalogue pages read', () => {
  it('answers a tab of the match desk, and where the run stands', async () => {
    pageAnswers('products', { rows: [] });
    pageAnswers('catalogueRun', { state: 'never' });
    await ask(products);
    await ask(products, { query: '?tab=ambiguous&search=%20tee%20&offset=50' });
    expect(await (await ask(run)).json()).toEqual({ state: 'never' });
    expect(calls).toEqual([[STORE, { tab: 'linked', search: '', offset: 0 }], [STORE, { tab: 'ambiguous', search: 'tee', offset: 50 }], [STORE]]);
  });

  it('sends the dry run as a file, piece by piece', async () => {
    pageAnswers('planRows', (async function* () {
      yield [['Hike id', 'Hike name']];
      yield [[812, 'Tote, canvas'], [813, '=1+1']];
    })());
    const answer = await ask(planCsv);
    expect(answer.headers.get('content-type')).toContain('text/csv');
    expect(answer.headers.get('content-disposition')).toContain('dry-run.csv');
    expect(await answer.text()).toBe(`Hike id,Hike name\r\n812,"Tote, canvas"\r\n813,'=1+1\r\n`);
  });

  it('answers stock, the timeline of a variant, and knows none by another name', async () => {
    pageAnswers('stock', { rows: [] });
    pageAnswers('stockTimeline', { moves: [] });
    await ask(stock, { query: '?search=tee&held=true' });
    await ask(stockTimeline, { params: { hikeId: '812' }, query: '?before=2026-01-20T03:00:00.000Z' });
    expect(calls).toEqual([
      [STORE, { search: 'tee', held: true, offset: 0 }],
      [STORE, 812, '2026-01-20T03:00:00.000Z'],
    ]);
    pageAnswers('stockTimeline', null);
    expect((await ask(stockTimeline, { params: { hikeId: '812' } })).status).toBe(404);
    expect((await ask(stockTimeline, { params: { hikeId: 'tee' } })).status).toBe(404);
  });

  it('answers customers of a state, or all', async () => {
    pageAnswers('customers', { rows: [] });
    await ask(customers, { query: '?state=' });
    await ask(customers, { query: '?state=ask&search=ana&offset=50' });
    expect(calls).toEqual([[STORE, { state: null, search: '', offset: 0 }], [STORE, { state: 'ask', search: 'ana', offset: 50 }]]);
  });

  it.each([
    [products, '?tab=everything'],
    [products, '?offset=-1'],
    [stock, '?held=perhaps'],
    [stockTimeline, '?before=yesterday'],
    [customers, '?state=angry'],
  ])('refuses what it does not know (%#)', async (route, query) => {
    expect((await ask(route, { query, params: { hikeId: '1' } })).status).toBe(400);
  });
});

describe('what the catalogue pages do', () => {
  it.each([
    [{ action: 'dry-run' }],
    [{ action: 'link', hikeId: 812, productId: 77 }],
    [{ action: 'unlink', keys: ['hike:812'] }],
    [{ action: 'send-to-hike', keys: ['bigcommerce:77', 'bigcommerce:78'] }],
    [{ action: 'link-candidate', keys: ['hike:812'] }],
    [{ action: 'unlink', all: { tab: 'linked', search: 'tee', after: 'hike:812' } }],
  ])('hands on %j', async (action) => {
    pageAnswers('actOnProducts', { done: 1, notDone: [], next: null });
    expect((await ask(actOnProducts, { body: action })).status).toBe(200);
    expect(calls).toEqual([[STORE, action]]);
  });

  it.each([
    [{}],
    [{ action: 'explode' }],
    [{ action: 'dry-run', keys: ['hike:1'] }],
    [{ action: 'link', hikeId: 812 }],
    [{ action: 'ignore', keys: [] }],
    [{ action: 'ignore', keys: ['812'] }],
    [{ action: 'ignore', keys: Array(501).fill('hike:1') }],
    [{ action: 'delete', all: { tab: 'removed', search: '', after: null } }],
    [{ action: 'ignore', all: { tab: 'everything', search: '', after: null } }],
    [{ action: 'ignore', all: { tab: 'refused', search: '' } }],
    [{ action: 'ignore', keys: ['hike:1'], all: { tab: 'refused', search: '', after: null } }],
  ])('refuses %j', async (body) => {
    expect((await ask(actOnProducts, { body })).status).toBe(400);
  });

  it('previews what would become of products in Hike', async () => {
    pageAnswers('toHikePreview', { rows: [] });
    const bodies = [{ keys: ['bigcommerce:77'] }, { all: { tab: 'only-bigcommerce', search: 'poster' } }];
    for (const body of bodies) expect((await ask(toHikePreview, { body })).status).toBe(200);
    expect((await ask(toHikePreview, { body: {} })).status).toBe(400);
    expect(calls).toEqual(bodies.map((body) => [STORE, body]));
  });

  it('lets held zeros through, some or all', async () => {
    pageAnswers('approveStock', undefined);
    expect((await ask(approveStock, { body: { variantIds: [5] } })).status).toBe(204);
    expect((await ask(approveStock, { body: { variantIds: null } })).status).toBe(204);
    expect((await ask(approveStock, { body: {} })).status).toBe(400);
    expect(calls).toEqual([[STORE, [5], STAFF.email], [STORE, null, STAFF.email]]);
  });

  it('decides about customers', async () => {
    pageAnswers('actOnCustomers', undefined);
    expect((await ask(actOnCustomers, { body: { action: 'choose', hikeId: 3, customerId: null } })).status).toBe(204);
    expect((await ask(actOnCustomers, { body: { action: 'ignore', hikeIds: [3, 4] } })).status).toBe(204);
    expect((await ask(actOnCustomers, { body: { action: 'create', hikeId: 3 } })).status).toBe(204);
    expect((await ask(actOnCustomers, { body: { action: 'choose', hikeId: 3 } })).status).toBe(400);
    expect((await ask(actOnCustomers, { body: { action: 'create', hikeIds: [3] } })).status).toBe(400);
    expect(calls).toEqual([[STORE, { action: 'choose', hikeId: 3, customerId: null }], [STORE, { action: 'ignore', hikeIds: [3, 4] }], [STORE, { action: 'create', hikeId: 3 }]]);
  });
});
