import type { z } from 'zod';
import { UnknownOutcome } from '../../engine/ports/failures';
import { createExchange, type ExchangeOptions } from './create-exchange';
import { failureOfRead, failureOfWrite, type Judged } from './failure-of';
import type { Answer, HttpCall } from './http-call';
import type { Outcome } from './outcome';
import type { Priority } from './pacer';
import { describeIssues, parseWire } from './parse-wire';
import { plainReason } from './plain-reason';
import { readJson } from './read-json';
import { redact } from './redact';

export interface HttpClientOptions extends ExchangeOptions {
  /** In [0, 1): spreads the repeats of many processes. */
  random: () => number;
  /** Of reads; writes are urgent unless the call says otherwise. */
  priority?: Priority;
  /** The vendor's refusal as one sentence. */
  reasonOf?: (answer: Answer) => string;
  timeouts?: { readMs: number; writeMs: number };
  /** Asked right before a write is sent, when its turn has come; what it throws is thrown, and nothing was sent. */
  maySpeak?: () => void;
  /** False at a token endpoint, where a 401 is a refusal like any other. */
  hasAccess?: boolean;
}

export interface HttpClient {
  /** Repeated up to twice after an accident. An empty answer is parsed as `null`. */
  read<T>(call: HttpCall, schema: z.ZodType<T>): Promise<T>;
  /** Sent once. */
  write<T>(call: HttpCall, schema: z.ZodType<T>): Promise<T>;
}

const REPEATS = 2;
const FIRST_BACK_OFF_MS = 400;
const TIMEOUTS = { readMs: 15_000, writeMs: 30_000 };

const whatOf = ({ method = 'GET', path }: HttpCall): string => `${method} ${path}`;

const bodyOf = (outcome: Outcome): unknown => readJson(outcome.kind === 'answered' ? outcome.text : '');

/** One side's HTTP: paced, timed, classified. What the failures mean is in ./failure-of. */
export const createHttpClient = (options: HttpClientOptions): HttpClient => {
  const { side, clock, pacer, random, timeouts = TIMEOUTS, priority = 'ordinary', hasAccess = true } = options;
  const exchange = createExchange(options);

  const judgedOf = (call: HttpCall): Judged => ({
    side,
    what: whatOf(call),
    hasAccess,
    closedForMs: () => Math.max(1000, pacer.closedForMs()),
    reasonOf: (answer) => redact(options.reasonOf?.(answer) || plainReason(answer.text), call) || `status ${answer.status}`,
  });

  const backOff = (attempt: number): Promise<void> => clock.sleep(Math.round(FIRST_BACK_OFF_MS * 3 ** attempt * (0.5 + random() / 2)));

  return {
    read: async (call, schema) => {
      for (let attempt = 0; ; attempt += 1) {
        const outcome = await exchange(call, { timeoutMs: call.timeoutMs ?? timeouts.readMs, priority: call.priority ?? priority });
        const failure = failureOfRead(outcome, judgedOf(call));
        if (!failure) return parseWire(schema, bodyOf(outcome), { side, what: whatOf(call) });
        if (!failure.repeat || attempt === REPEATS) throw failure.error;
        await backOff(attempt);
      }
    },
    write: async (call, schema) => {
      const outcome = await exchange(call, { timeoutMs: timeouts.writeMs, priority: call.priority ?? 'urgent', maySend: options.maySpeak });
      const failure = failureOfWrite(outcome, judgedOf(call));
      if (failure) throw failure;
      const parsed = schema.safeParse(bodyOf(outcome));
      if (parsed.success) return parsed.data;
      // It was carried out, but what came of it (the id, mostly) cannot be read: a look-up will tell.
      throw new UnknownOutcome(`${side} carried out ${whatOf(call)}, but its answer is not understood: ${describeIssues(parsed.error)}`, side);
    },
  };
};
