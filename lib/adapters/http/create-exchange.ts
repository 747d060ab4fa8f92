import { millisOfInstant } from '../../domain/instant-arithmetic';
import type { Clock } from '../../engine/ports/clock';
import type { Side } from '../../engine/ports/failures';
import type { OnCall } from './call-report';
import type { HttpCall } from './http-call';
import type { Outcome } from './outcome';
import type { Pacer, Priority } from './pacer';
import { addressOf, sendOnce } from './send-once';
import type { Transport } from './transport';

export interface ExchangeOptions {
  side: Side;
  baseUrl: string;
  transport: Transport;
  clock: Clock;
  pacer: Pacer;
  onCall?: OnCall;
  maxBytes?: number;
}

export type Exchange = (call: HttpCall, how: { timeoutMs: number; priority: Priority; maySend?: (() => void) | undefined }) => Promise<Outcome>;

/** A full page of orders with their lines is a few megabytes; ten times that is no page any more. */
const MAX_BYTES = 32 * 1024 * 1024;

/** One paced request, reported to whoever watches. */
export const createExchange = ({ side, baseUrl, transport, clock, pacer, onCall, maxBytes = MAX_BYTES }: ExchangeOptions): Exchange => {
  const now = () => millisOfInstant(clock.now());
  return async (call, { timeoutMs, priority, maySend }) => {
    const { method = 'GET', path, query, headers = {}, body } = call;
    const permit = await pacer.acquire(priority);
    const started = now();
    try {
      maySend?.();
      const outcome = await sendOnce(transport, { method, url: addressOf(baseUrl, path, query), headers, body, timeoutMs, maxBytes });
      if (outcome.kind === 'answered') permit.observe(outcome.status, outcome.headers);
      onCall?.({ side, method, path, status: 'status' in outcome ? outcome.status : null, ms: now() - started });
      return outcome;
    } finally {
      permit.release();
    }
  };
};
