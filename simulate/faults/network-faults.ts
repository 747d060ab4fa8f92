import type { Transport } from '../../lib/adapters/http/transport';
import type { Gate } from '../world/gate';
import { HIKE_URL } from '../world/virtual-network';
import type { VirtualTime } from '../world/virtual-time';
import type { Met } from './met';

export const NETWORK_FAULTS = [
  'refused-connection',
  'cut-before',
  'cut-after',
  'timeout-before',
  'timeout-after',
  'throttled',
  'throttled-without-headers',
  'status-500-before',
  'status-502-after',
  'status-503-before',
  'html-before',
  'html-after',
  'truncated-after',
  'garbage-after',
  'empty-after',
  'late',
] as const;

/** An outage is a refused connection that is counted by its own name. */
export type NetworkFaultKind = (typeof NETWORK_FAULTS)[number] | 'outage';

export interface NetworkFault {
  kind: NetworkFaultKind;
  side: 'bigcommerce' | 'hike';
  /** Writes alone, or any call. */
  isWrite: boolean;
  /** Those alone whose address has it. */
  path?: string;
  /** Matching calls that pass first. */
  skip: number;
  /** Calls that it strikes, one after the other. */
  times: number;
}

/** As long as the longest that the app waits. */
const TIMEOUT_MS = 30_000;
const LATE_MS = 12_000;
const HTML = '<html><body><h1>502 Bad Gateway</h1></body></html>';

const networkError = (code: string): TypeError => Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error(code), { code }) });
const timeoutError = (): DOMException => new DOMException('The operation was aborted due to timeout', 'TimeoutError');

const json = (body: unknown): ResponseInit & { body: string } => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const html = (status: number): Response => new Response(HTML, { status, headers: { 'content-type': 'text/html' } });

const failure = (status: number): Response => {
  const { body, ...init } = json({ status, title: 'The simulation was told to fail.' });
  return new Response(body, { ...init, status });
};

const throttled = (side: NetworkFault['side'], withHeaders: boolean): Response => {
  if (side === 'hike') return new Response('API calls quota exceeded!', { status: 429, headers: withHeaders ? { 'X-Rate-Limit-Problem': 'Minute' } : {} });
  const quota = { 'X-Rate-Limit-Requests-Left': '0', 'X-Rate-Limit-Time-Reset-Ms': '9000', 'X-Rate-Limit-Requests-Quota': '150', 'X-Rate-Limit-Time-Window-Ms': '30000' };
  return new Response('{"status":429,"title":"Too many requests"}', { status: 429, headers: withHeaders ? quota : {} });
};

const half = async (answer: Response): Promise<Response> => {
  const text = await answer.text();
  return new Response(text.slice(0, Math.floor(text.length / 2)), { status: answer.status === 204 ? 200 : answer.status, headers: answer.headers });
};

interface Around {
  time: VirtualTime;
  met: Met;
}

type Send = () => Promise<Response>;

type Played = (send: Send, fault: NetworkFault, around: Around) => Promise<Response>;

const late = (error: () => Error): Played => async (_send, _fault, { time }) => {
  await time.sleep(TIMEOUT_MS);
  throw error();
};

const after = (instead: () => Response): Played => async (send) => {
  await send();
  return instead();
};

const instead = (answer: (fault: NetworkFault) => Response): Played => async (_send, fault) => answer(fault);

const cut = (code: string): Played => async () => {
  throw networkError(code);
};

/** What the caller sees in the place of the answer; the effect has happened where `send` was called. */
const PLAYED: Record<NetworkFaultKind, Played> = {
  outage: cut('ECONNREFUSED'),
  'refused-connection': cut('ECONNREFUSED'),
  'cut-before': cut('ECONNRESET'),
  'cut-after': async (send) => {
    await send();
    throw networkError('ECONNRESET');
  },
  'timeout-before': late(timeoutError),
  'timeout-after': async (send, fault, around) => {
    await send();
    return late(timeoutError)(send, fault, around);
  },
  throttled: instead(({ side }) => throttled(side, true)),
  'throttled-without-headers': instead(({ side }) => throttled(side, false)),
  'status-500-before': instead(() => failure(500)),
  'status-502-after': after(() => failure(502)),
  'status-503-before': instead(() => failure(503)),
  'html-before': instead(() => html(502)),
  'html-after': after(() => html(200)),
  'truncated-after': async (send) => half(await send()),
  'garbage-after': after(() => new Response('\u0000\u0001{', { status: 200 })),
  'empty-after': after(() => new Response(null, { status: 204 })),
  late: async (send, _fault, { time }) => {
    const answer = await send();
    await time.sleep(LATE_MS);
    return answer;
  },
};

/** Accidents between the app and the two platforms. */
export class NetworkFaults {
  readonly #around: Around;
  #waiting: NetworkFault[] = [];

  constructor(around: Around) {
    this.#around = around;
  }

  /** Answers what `drop` ends it by. */
  plan(fault: NetworkFault): NetworkFault {
    const planned = { ...fault };
    this.#waiting.push(planned);
    return planned;
  }

  drop(planned: NetworkFault): void {
    this.#waiting = this.#waiting.filter((one) => one !== planned);
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The network of one process: each call takes its time on the way there and back, and passes the process's gate at every beat. */
  transportOf(network: Transport, { gate, latency }: { gate: Gate; latency: () => number }): Transport {
    const { time, met } = this.#around;
    return async (url, init) => {
      await gate.pass();
      await time.sleep(latency());
      await gate.pass();
      const send: Send = () => time.atWork(network(url, init));
      const fault = this.#take(url, init.method ?? 'GET');
      if (fault !== null) met.count(fault.kind);
      const answer = await (fault === null ? send() : PLAYED[fault.kind](send, fault, this.#around)).catch(async (error: unknown) => {
        await gate.pass();
        throw error;
      });
      await gate.pass();
      await time.sleep(latency());
      await gate.pass();
      return answer;
    };
  }

  #take(url: string, method: string): NetworkFault | null {
    const side = url.startsWith(HIKE_URL) ? 'hike' : 'bigcommerce';
    const fault = this.#waiting.find((one) => one.side === side && (!one.isWrite || method !== 'GET') && url.includes(one.path ?? ''));
    if (fault === undefined) return null;
    fault.skip -= 1;
    if (fault.skip >= 0) return null;
    fault.times -= 1;
    if (fault.times <= 0) this.#waiting.splice(this.#waiting.indexOf(fault), 1);
    return fault;
  }
}
