import fc from 'fast-check';
import { STAFF, STORE } from '../../lib/engine/account/testing/create-test-account';
import { instantPlus } from '../../lib/domain/instant-arithmetic';
import type { Edge } from '../../lib/web/edge';
import { issueSessionToken } from '../../lib/web/session-token';
import { createTestEdge } from '../../lib/web/testing/create-test-edge';
import { check, type Run, type Tally } from '../kit/check';
import { hearLogger } from '../kit/hear-logger';
import { hostileRequest, requestOf, type HostileRequest } from '../kit/hostile-request';
import { loadRoutes, type Route } from '../kit/load-routes';
import { serveFrom } from '../kit/serve-from';
import { HOOK_SECRET, OTHER_STORE, withApp, type OpenApp } from './open-app';

const PARAMS: Record<string, readonly string[]> = {
  storeHash: [STORE, STORE, OTHER_STORE],
  orderId: ['106', '999999999999999'],
  hikeId: ['812', '999999999999999'],
  entryId: ['0198f3c2-7a4e-7cc3-98c4-dc0c0c07398f'],
};

/** Who may ask: a member of the store, and everybody who only looks like one. */
const bearersOf = async ({ env, clock }: Edge): Promise<Record<string, string | null>> => {
  const start = { storeHash: STORE, userId: STAFF.id, startedAt: clock.now() };
  const past = { now: () => instantPlus(clock.now(), -60 * 60_000), sleep: clock.sleep };
  const foreign = createTestEdge({ SESSION_SECRET: 'another secret of more than 32 characters' }).edge;
  const tokens = {
    member: (await issueSessionToken({ env, clock }, 'bearer', start)).token,
    stranger: (await issueSessionToken({ env, clock }, 'bearer', { ...start, userId: 999_999 as typeof STAFF.id })).token,
    cookie: (await issueSessionToken({ env, clock }, 'cookie', start)).token,
    late: (await issueSessionToken({ env, clock: past }, 'bearer', start)).token,
    forged: (await issueSessionToken({ env: foreign.env, clock }, 'bearer', start)).token,
  };
  return { ...Object.fromEntries(Object.entries(tokens).map(([name, token]) => [name, `Bearer ${token}`])), nobody: null, basic: 'Basic YTpi', nonsense: 'Bearer nonsense' };
};

/** Opening an order's panel asks for the order to be read again, and is meant to. */
const CHANGES_BY_READING = 'GET app/api/stores/[storeHash]/orders/[orderId]';

/** A member's own change that was accepted, or a webhook that carried its store's secret: all else must leave no trace. */
const mayChange = ({ name, method }: Route, { bearer, params, headers }: HostileRequest, status: number): boolean => {
  if (status >= 300) return false;
  if (name.endsWith('/webhooks')) return headers.some(([header, value]) => header === 'x-hook-secret' && value === HOOK_SECRET);
  return bearer === 'member' && params.storeHash === STORE && (method !== 'GET' || name === CHANGES_BY_READING);
};

const wordOf = (status: number): string => (status < 300 ? 'answered' : status < 400 ? 'led away' : 'refused');

const createAsker = async ({ edge, digest, wasWritten, tidy }: OpenApp) => {
  const bearers = await bearersOf(edge);
  const heard = hearLogger();
  serveFrom(edge);
  let before = await digest();
  const ask = async ([route, request]: [Route, HostileRequest]): Promise<string> => {
    const answer = await route.handler(requestOf(request, bearers[request.bearer] ?? null), { params: Promise.resolve(request.params) });
    await answer.text();
    const [error] = heard.takeErrors();
    if (error !== undefined) throw error;
    if (answer.status >= 500) throw new Error(`Answered with ${answer.status}.`);
    if (mayChange(route, request, answer.status)) {
      await tidy();
      before = await digest();
      return 'changed something';
    }
    const after = (await wasWritten()) ? await digest() : before;
    if (after !== before) throw new Error(`Changed the database: ${differing(before, after)}.`);
    return wordOf(answer.status);
  };
  return { ask, bearers: Object.keys(bearers) };
};

const differing = (before: string, after: string): string => {
  const rows = new Map((JSON.parse(before) as { name: string; rows: string }[]).map(({ name, rows: digest }) => [name, digest]));
  return (JSON.parse(after) as { name: string; rows: string }[]).flatMap(({ name, rows: digest }) => (rows.get(name) === digest ? [] : [name])).join(', ');
};

/** The more a route reads, the more often it is asked. */
const weightOf = ({ sample }: Route): number => (sample.body ? 5 : sample.query ? 3 : 1);

/** Hostile requests to every route, its own services behind it, a real database at `url` behind those. */
export const fuzzEndpoints = (url: string, run: Run): Promise<Tally> =>
  withApp(url, async (app) => {
    const { ask, bearers } = await createAsker(app);
    const requests = (await loadRoutes()).map((route) => {
      const params = Object.fromEntries(route.params.map((name) => [name, PARAMS[name] ?? ['x']]));
      const withSecret = hostileRequest(route.sample, { method: route.method, params, bearers: [...Array<string>(10).fill('member'), ...bearers] });
      const request = route.name.endsWith('/webhooks') ? withSecret.map((one): HostileRequest => ({ ...one, headers: [...one.headers, ['x-hook-secret', HOOK_SECRET]] })) : withSecret;
      return { weight: weightOf(route), arbitrary: fc.tuple(fc.constant(route), request) };
    });
    return check('endpoints', fc.oneof(...requests), { run, attempt: ask });
  });
