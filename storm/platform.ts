import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerFor } from './answer-for';
import type { Thing } from './thing';

export interface Platform {
  url: string;
  things: readonly Thing[];
  /** Changes a thing, a second after the change before it. */
  change(index: number): Thing;
  /** Ids beyond the last thing that somebody asked for: nobody has a reason to. */
  strangeQuestions(): string[];
  /** Questions that it has no answer for. */
  unanswered(): string[];
  stop(): Promise<void>;
}

const FIRST_ORDER = 1_000;
const FIRST_PRODUCT = 500_000;
/** Ids from here on are in forged deliveries alone. */
export const FIRST_FORGED = 1_000_000;

const newThings = (count: number): Thing[] =>
  Array.from({ length: count }, (_, index): Thing => {
    const nth = Math.floor(index / 2);
    return { kind: index % 2 === 0 ? 'order' : 'product', id: (index % 2 === 0 ? FIRST_ORDER : FIRST_PRODUCT) + nth, version: 0, changedAt: 0 };
  });

const LEFT = { 'X-Rate-Limit-Requests-Left': '400', 'X-Rate-Limit-Requests-Quota': '450', 'X-Rate-Limit-Time-Window-Ms': '30000', 'X-Rate-Limit-Time-Reset-Ms': '30000' };

/**
 * Stands in for BigCommerce: answers what the jobs read of orders and products, and nothing else, from memory. The sandbox
 * keeps a book of every change, which for a hundred thousand of them costs more than what is measured here.
 */
export const startPlatform = async (count: number): Promise<Platform> => {
  const things = newThings(count);
  let now = Math.floor(Date.now() / 1_000);
  const strange: string[] = [];
  const unanswered: string[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if ([...url.searchParams].some(([name, value]) => /^(min_id|id:in)$/.test(name) && value.split(',').some((id) => Number(id) >= FIRST_FORGED))) strange.push(url.href);
    const answer = request.method === 'GET' ? answerFor(things, url) : null;
    if (answer === null) unanswered.push(`${request.method} ${url.pathname}`);
    response.writeHead(answer === null ? 404 : 200, { 'content-type': 'application/json', ...LEFT }).end(JSON.stringify(answer ?? {}));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    things,
    change: (index) => {
      const thing = things[index]!;
      now += 1;
      thing.version += 1;
      thing.changedAt = now;
      return thing;
    },
    strangeQuestions: () => strange,
    unanswered: () => unanswered,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
