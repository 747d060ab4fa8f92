import { createHash } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { referenceOfCreate } from './reference-of-create';

/** `refused`: 503, and nothing happened. `lost`: it happened, and the answer is a 502. `cut`: it happened, and the connection ends. */
export const FAULTS = ['refused', 'lost', 'cut'] as const;
export type Fault = (typeof FAULTS)[number];

const SHARES: Record<Fault, number> = { refused: 0.05, lost: 0.1, cut: 0.05 };

/** The same for everybody who sends the same reference for the same time. */
const faultOf = (seed: string, reference: string, attempt: number): Fault | null => {
  const drawn = createHash('sha256').update(`${seed} ${reference} ${attempt}`).digest().readUInt32BE() / 2 ** 32;
  let passed = 0;
  return FAULTS.find((fault) => (passed += SHARES[fault]) > drawn) ?? null;
};

export interface FaultProxy {
  url: string;
  port: number;
  /** Creates that came by so far, and what befell them. */
  creates(): Record<Fault | 'all', number>;
  /** References whose first create was struck. */
  struckFirst(): string[];
  stop(): Promise<void>;
}

interface Behind {
  /** The platform that stands behind. */
  target: string;
  seed: string;
}

type Exchange = { request: http.IncomingMessage; body: Buffer };

const bodyOf = async (stream: http.IncomingMessage): Promise<Buffer> => Buffer.concat(await stream.toArray());

const forward = async (target: URL, agent: http.Agent, { request, body }: Exchange) => {
  const { method, url, headers } = request;
  const sent = http.request({ host: target.hostname, port: target.port, method, path: url, agent, headers: { ...headers, host: target.host } });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [http.IncomingMessage];
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: await bodyOf(answer) };
};

const unavailable = (response: http.ServerResponse, status: number): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ status, title: 'Unavailable' }));
};

/** Stands before a platform of the sandbox and spoils creates of orders, sales and customers, on a schedule that hangs on nothing but the reference. */
export const startFaultProxy = async ({ target, seed }: Behind): Promise<FaultProxy> => {
  const platform = new URL(target);
  const agent = new http.Agent({ keepAlive: true });
  const attempts = new Map<string, number>();
  const counts = { all: 0, refused: 0, lost: 0, cut: 0 };
  const struckFirst: string[] = [];

  const strike = (exchange: Exchange): Fault | null => {
    const reference = referenceOfCreate(exchange.request, exchange.body);
    if (reference === null) return null;
    const key = `${exchange.request.headers.authorization ?? exchange.request.headers['x-auth-token']} ${reference}`;
    const attempt = (attempts.get(key) ?? 0) + 1;
    attempts.set(key, attempt);
    const fault = faultOf(seed, reference, attempt);
    counts.all += 1;
    if (fault !== null) counts[fault] += 1;
    if (fault !== null && attempt === 1) struckFirst.push(reference);
    return fault;
  };

  const handle = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const exchange = { request, body: await bodyOf(request) };
    const fault = strike(exchange);
    if (fault === 'refused') return unavailable(response, 503);
    const answer = await forward(platform, agent, exchange);
    if (fault === 'cut') request.socket.destroy();
    else if (fault === 'lost') unavailable(response, 502);
    else response.writeHead(answer.status, answer.headers).end(answer.body);
  };

  const server = http.createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    creates: () => ({ ...counts }),
    struckFirst: () => [...struckFirst],
    stop: async () => {
      agent.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
