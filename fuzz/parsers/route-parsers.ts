import { STORE } from '../../lib/engine/account/testing/create-test-account';
import type { Pages } from '../../lib/engine/pages/pages';
import { createTestEdge } from '../../lib/web/testing/create-test-edge';
import { assertStorable } from '../kit/assert-storable';
import { hearLogger } from '../kit/hear-logger';
import { hostileRequest, requestOf, type HostileRequest } from '../kit/hostile-request';
import { REFUSED } from '../kit/judge';
import { loadRoutes, type Route } from '../kit/load-routes';
import { serveFrom } from '../kit/serve-from';
import { parser, type Parser } from './parser';

async function* noRows(): AsyncGenerator<(string | number)[][]> {
  yield [['SKU', 'Name']];
}

/** Pages that take whatever the route lets through: what it lets through must be what a database can hold. */
const takingPages = (pages: Pages): Pages => {
  const take = async (...input: unknown[]) => {
    assertStorable(input);
    return {};
  };
  const names = Object.keys(pages) as (keyof Pages)[];
  return { ...Object.fromEntries(names.map((name) => [name, take])), planRows: noRows, saveSettings: async () => ({ kind: 'saved', view: null }) } as unknown as Pages;
};

const PARAMS: Record<string, readonly string[]> = {
  storeHash: [STORE],
  orderId: ['106', '0', '999999999999999'],
  hikeId: ['812', '0'],
  entryId: ['0198f3c2-7a4e-7cc3-98c4-dc0c0c07398f'],
};

/** What each route makes of a request by somebody who may ask it: the query, the path and the body, schema and all. */
export const routeParsers = async (): Promise<Parser[]> => {
  const test = createTestEdge();
  await test.addStore();
  // Whoever logs out ends the very session that asks next.
  const account = { ...test.edge.account, endSessions: async () => undefined };
  const edge = { ...test.edge, account, pages: takingPages(test.edge.pages) };
  const authorization = `Bearer ${await test.bearerFor()}`;
  const heard = hearLogger();

  const ask = async ({ handler }: Route, request: HostileRequest): Promise<unknown> => {
    serveFrom(edge);
    const answer = await handler(requestOf(request, authorization), { params: Promise.resolve(request.params) });
    const [error] = heard.takeErrors();
    if (error !== undefined) throw error;
    if (answer.status >= 500) throw new Error(`Answered with ${answer.status}.`);
    return answer.status >= 400 ? REFUSED : answer.status;
  };

  return (await loadRoutes()).map((route) => {
    const params = Object.fromEntries(route.params.map((name) => [name, PARAMS[name] ?? ['x']]));
    const inputs = hostileRequest(route.sample, { method: route.method, params, bearers: ['own'] });
    return parser(route.name, [], { inputs, parse: (request) => ask(route, request) });
  });
};
