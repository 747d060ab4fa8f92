import pino, { type DestinationStream } from 'pino';
import type { Log } from './engine/ports/log';

/** Wherever a key like these stands in a logged object, its value is not written. */
const SECRET_KEY = /token|secret|password|authorization|cookie|signed_payload|^(code|once|jwt)$/i;

/** Secrets that hide inside a text: a JWT, a header's value, a query. */
const SECRET_TEXTS: readonly [RegExp, string][] = [
  [/\beyJ[\w-]+\.[\w-]*\.[\w-]*(\.[\w-]*){0,2}/g, '[jwt]'],
  [/\b(bearer|basic)\s+[\w.~+/=-]+/gi, '$1 [redacted]'],
  [/\b(code|once|state|token|access_token|refresh_token|client_secret|signed_payload_jwt)=[^&\s"]+/gi, '$1=[redacted]'],
  // Enough of an e-mail to tell two apart, too little to write to anybody.
  [/\b([\w.+-])[\w.+-]*@([\w-]+(?:\.[\w-]+)+)/g, '$1…@$2'],
];

const redactText = (text: string): string => SECRET_TEXTS.reduce((result, [secret, replacement]) => result.replace(secret, replacement), text);

const MAX_DEPTH = 6;

const redact = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) return '[deeper]';
  if (value instanceof Error) return redactError(value, depth);
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, SECRET_KEY.test(key) ? '[redacted]' : redact(item, depth + 1)]));
};

const redactError = (error: Error, depth: number): Record<string, unknown> => ({
  name: error.name,
  message: redactText(error.message),
  stack: redactText(error.stack ?? ''),
  ...(error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) }),
});

/** One line of JSON per event, without secrets and with shortened e-mails. */
export const createLogger = (destination?: DestinationStream): Log => {
  const options = { base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const out = destination === undefined ? pino(options) : pino(options, destination);
  const facts = (given: Record<string, unknown> = {}): Record<string, unknown> => redact(given) as Record<string, unknown>;
  return {
    info: (message, given) => out.info(facts(given), redactText(message)),
    warn: (message, given) => out.warn(facts(given), redactText(message)),
    error: (message, given) => out.error(facts(given), redactText(message)),
  };
};

export const logger: Log = createLogger();
