import { STORE } from '../../engine/account/testing/create-test-account';
import type { Pages } from '../../engine/pages/pages';
import { APP_URL, createTestEdge } from './create-test-edge';

type Route = (request: Request, context: { params: Promise<never> }) => Promise<Response>;

interface Asked {
  query?: string;
  body?: unknown;
  params?: Record<string, string>;
  bearer?: boolean;
}

/** Routes of a store that has the app, asked as its pages ask them. */
export const openTestRoutes = async () => {
  const test = createTestEdge();
  await test.addStore();
  const calls: unknown[][] = [];

  const ask = async (route: unknown, { query = '', body, params = {}, bearer = true }: Asked = {}): Promise<Response> => {
    const init: RequestInit = bearer ? { headers: { authorization: `Bearer ${await test.bearerFor()}` } } : {};
    if (body !== undefined) Object.assign(init, { method: 'POST', body: JSON.stringify(body) });
    return (route as Route)(new Request(`${APP_URL}/x${query}`, init), { params: Promise.resolve({ storeHash: STORE, ...params }) as Promise<never> });
  };

  return {
    edge: test.edge,
    /** How the pages were asked. */
    calls,
    ask,
    askForJson: async (...asked: Parameters<typeof ask>) => {
      const response = await ask(...asked);
      const text = await response.text();
      return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
    },
    /** Puts an answer in the place of a page and notes how it was asked. */
    pageAnswers: (name: keyof Pages, result: unknown): void => {
      (test.edge.pages as unknown as Record<string, unknown>)[name] = (...args: unknown[]) => {
        calls.push(args);
        return result;
      };
    },
  };
};
