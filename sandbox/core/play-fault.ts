import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './contract.ts';

/** How a platform words its own refusals; the two differ in both. */
export interface PlatformAnswers {
  /** The platform's error body for a status. */
  failure(status: number, request: Request): Response;
  /** The platform's 429; without headers it means "overloaded" on BigCommerce. */
  throttled(request: Request, withHeaders: boolean): Response;
}

/** What a fault did to a call: the status as the caller saw it (0: no answer came) and what to hand to the server. */
export interface Played {
  status: number;
  response: Response;
}

interface Stage {
  fault: Fault;
  request: Request;
  env: Partial<HttpBindings> | undefined;
  answers: PlatformAnswers;
  /** The true answer, for faults that spoil or delay it. */
  answer: () => Promise<Response>;
}

const PROXY_PAGE =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n';

function closeSocket({ env }: Stage): Played {
  if (!env?.outgoing) throw new Error('The sandbox dropped the connection.');
  env.outgoing.socket?.destroy();
  return { status: 0, response: RESPONSE_ALREADY_SENT };
}

async function hang(stage: Stage): Promise<Played> {
  const gone = new AbortController();
  stage.env?.outgoing?.once('close', () => gone.abort());
  // Without a delay it hangs for an hour: longer than any caller waits, short enough to let a forgotten test end.
  const ms = stage.fault.delayMs ?? 3_600_000;
  await sleep(ms, undefined, { signal: gone.signal, ref: false }).catch(() => undefined);
  return closeSocket(stage);
}

async function cutInHalf(stage: Stage): Promise<Played> {
  const response = await stage.answer();
  const body = Buffer.from(await response.arrayBuffer());
  const out = stage.env?.outgoing;
  if (!out) return { status: response.status, response: new Response(body.subarray(0, body.length / 2), response) };
  // The length is announced in full, so the caller can tell that the rest never came.
  out.writeHead(response.status, { ...Object.fromEntries(response.headers), 'content-length': body.length });
  out.write(body.subarray(0, body.length / 2), () => out.socket?.destroy());
  return { status: response.status, response: RESPONSE_ALREADY_SENT };
}

function plain(response: Response): Played {
  return { status: response.status, response };
}

/** Plays one fault. Effects that must happen first have happened before this is called. */
export async function playFault(stage: Stage): Promise<Played> {
  const { fault, request, answers } = stage;
  switch (fault.kind) {
    case 'drop':
      return closeSocket(stage);
    case 'hang':
      return hang(stage);
    case 'truncate':
      return cutInHalf(stage);
    case 'html':
      return plain(new Response(PROXY_PAGE, { status: fault.status ?? 502, headers: { 'content-type': 'text/html' } }));
    case 'garbage':
      return plain(new Response('\u0000\u0001{"data":[', { status: fault.status ?? 200, headers: { 'content-type': 'application/json' } }));
    case 'status':
      return plain(answers.failure(fault.status ?? 500, request));
    case 'throttle':
      return plain(answers.throttled(request, true));
    case 'throttle-without-headers':
      return plain(answers.throttled(request, false));
    case 'delay':
      await sleep(fault.delayMs ?? 1000);
      return plain(await stage.answer());
  }
}
