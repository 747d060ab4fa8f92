import Big from 'big.js';
import fc from 'fast-check';
import { reasonFromAnswer as bigcommerceReason } from '../../lib/adapters/bigcommerce/reason-from-answer';
import { problemFromRefusal } from '../../lib/adapters/bigcommerce/problem-from-refusal';
import { wireTime as rfc2822Time } from '../../lib/adapters/bigcommerce/wire-values';
import { reasonFromAnswer as hikeReason } from '../../lib/adapters/hike/reason-from-answer';
import { wireTime } from '../../lib/adapters/hike/wire-values';
import { createHeaderGatedPacer } from '../../lib/adapters/http/header-gated-pacer';
import { imageTypeOf } from '../../lib/adapters/http/image-type';
import { isPrivateAddress } from '../../lib/adapters/http/is-private-address';
import { readRateHeaders } from '../../lib/adapters/http/rate-headers';
import { RefusedAnswer } from '../../lib/adapters/http/refused-answer';
import { createQuickClock } from '../../lib/adapters/http/testing/quick-clock';
import { wireDecimal } from '../../lib/adapters/http/wire-values';
import { StoreHash } from '../../lib/domain/ids';
import { Instant } from '../../lib/domain/instant';
import { Currency, moneyFromDecimal } from '../../lib/domain/money';
import { quantityFromDecimal } from '../../lib/domain/quantity';
import { deepLink } from '../../lib/domain/rules/deep-link';
import { readEnvironment } from '../../lib/env';
import { csvStream } from '../../lib/web/csv-stream';
import { storePath } from '../../lib/web/store-path';
import { assertStorable } from '../kit/assert-storable';
import { headersOf, hostileHeader } from '../kit/hostile-headers';
import { hostileJson } from '../kit/hostile-json';
import { hostileText } from '../kit/hostile-text';
import { REFUSED } from '../kit/judge';
import { bigcommerceRefusalSamples } from '../samples/bigcommerce-samples';
import { hikeRefusalSamples } from '../samples/hike-samples';
import { parser, type Parser } from './parser';
import { readCsv } from './read-csv';

const ensure = (isSo: boolean, otherwise: string): void => {
  if (!isSo) throw new Error(otherwise);
};

const valueOr = <T>(parsed: { success: boolean; data?: T | undefined }): T | typeof REFUSED => (parsed.success ? (parsed.data as T) : REFUSED);

const LONGEST_REASON = 300;

const reason = (name: string, covers: readonly string[], { reasonOf, samples }: { reasonOf: typeof hikeReason; samples: readonly unknown[] }): Parser =>
  parser(name, covers, {
    inputs: hostileJson(...samples),
    parse: (text) => {
      const found = reasonOf({ status: 400, headers: new Headers(), text });
      ensure(found.length <= LONGEST_REASON, 'A reason is longer than a sentence.');
      assertStorable(found);
    },
  });

const decimalText = fc.oneof(hostileText, fc.tuple(fc.integer(), fc.nat(99_999)).map(([whole, part]) => `${whole}.${part}`), fc.double().map(String));

/** One of 0, 2, 3 and 4 decimals each. */
const CURRENCIES = ['JPY', 'AUD', 'KWD', 'CLF'].map((code) => Currency.parse(code));

const money = (text: string): unknown => {
  const parsed = wireDecimal.safeParse(text);
  if (!parsed.success) return REFUSED;
  try {
    for (const currency of CURRENCIES) ensure(Number.isSafeInteger(moneyFromDecimal(parsed.data, currency).minor), 'Money is no safe integer.');
  } catch (error) {
    // Said by `money` itself: more than whole cents can count.
    if (error instanceof RangeError && /whole number of minor units/.test(error.message)) return REFUSED;
    throw error;
  }
  quantityFromDecimal(parsed.data);
  return ensure(new Big(parsed.data).eq(new Big(text.trim())), 'An amount changed while it was read.');
};

const timeParser = (name: string, covers: string, schema: typeof wireTime): Parser =>
  parser(name, [covers], {
    inputs: fc.oneof(hostileText, fc.date({ noInvalidDate: false }).map(String), fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()), fc.date({ noInvalidDate: true }).map((date) => date.toISOString())),
    parse: (text) => {
      const parsed = schema.safeParse(text);
      return parsed.success ? Instant.parse(parsed.data) : REFUSED;
    },
  });

const RATE_HEADERS = ['X-Rate-Limit-Requests-Left', 'X-Rate-Limit-Time-Reset-Ms', 'X-Rate-Limit-Requests-Quota', 'X-Rate-Limit-Time-Window-Ms', 'X-Retry-After'];
const rateValue = fc.oneof(fc.constantFrom('0', '1', '30000', '150', '999999999', '-1', '1e9', '', ' 7 ', '07'), hostileHeader);

/** What headers say may slow the calls down, never stop them for ever. */
const pace = async ([status, given]: [number, (string | null)[]]): Promise<void> => {
  const clock = createQuickClock();
  const headers = headersOf(RATE_HEADERS.map((name, index) => [name, given[index] ?? null]));
  readRateHeaders(headers);
  const pacer = createHeaderGatedPacer({ clock });
  const permit = await pacer.acquire('ordinary');
  permit.observe(status, headers);
  permit.release();
  const closed = pacer.closedForMs();
  ensure(Number.isFinite(closed) && closed >= 0, `Closed for ${closed} ms.`);
  (await pacer.acquire('urgent')).release();
  (await pacer.acquire('ordinary')).release();
};

const PAGE_OF_OURS = /^(\/|\/settings|\/orders|\/products(\/(match|stock))?|\/customers|\/sync-log|\/what-syncs|\/extension\/orders\/\d{1,15})$/;
const origin = 'https://app.example';
const storeHash = StoreHash.parse('abc123');
const linkText = fc.oneof(
  hostileText,
  fc.webUrl(),
  fc.tuple(fc.constantFrom('/', '/orders', '/orders/7', '/store/abc123/', '/store/abc123/products', '/extension/abc123/orders/', '//', '/./', '/settings'), hostileText).map((parts) => parts.join('')),
);

const cell = fc.oneof(hostileText, fc.integer());
const FORMULA = /^[=+\-@\t\r]/;

/** `text()` would swallow a mark of byte order that is a cell's own. */
const asIs = new TextDecoder('utf-8', { ignoreBOM: true });

/** What a spreadsheet reads back is what was written, and nothing in it is a formula. */
const writeCsv = async (rows: (string | number)[][]): Promise<void> => {
  const text = asIs.decode(await new Response(csvStream(oneByOne(rows))).arrayBuffer());
  const read = readCsv(text);
  ensure(read.length === rows.length, 'The CSV has another number of rows.');
  for (const [index, row] of rows.entries()) {
    for (const [column, value] of row.entries()) {
      const written = String(value).replace(/\p{Surrogate}/gu, '\ufffd');
      const found = read[index]?.[column] ?? '';
      ensure(found === written || found === `'${written}`, `${JSON.stringify(value)} came back as ${JSON.stringify(found)}.`);
      ensure(typeof value === 'number' || !FORMULA.test(found), `A spreadsheet would compute ${JSON.stringify(found)}.`);
    }
  }
};

async function* oneByOne(rows: (string | number)[][]): AsyncGenerator<(string | number)[][]> {
  for (const row of rows) yield [row];
}

const VARIABLES = {
  APP_URL: 'https://hike.example.com', BIGCOMMERCE_CLIENT_ID: 'client', BIGCOMMERCE_CLIENT_SECRET: 'secret', BIGCOMMERCE_APP_ID: '4711', HIKE_CLIENT_ID: 'hike', HIKE_CLIENT_SECRET: 'hike-secret',
  SESSION_SECRET: 's'.repeat(32), ENCRYPTION_KEYS: `2:${Buffer.alloc(32, 2).toString('base64')},1:${Buffer.alloc(32, 1).toString('base64')}`, DATABASE_URL: 'postgresql://u:p@h/d',
  BIGCOMMERCE_API_URL: 'https://api.example', WORKER: 'inside',
};

const environment = ([name, value]: [string, string]): unknown => {
  try {
    return readEnvironment({ ...VARIABLES, [name]: value });
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('The app cannot start; see .env.example:\n- ')) throw error;
    ensure(value.trim().length < 4 || !/SECRET|KEYS/.test(name) || !error.message.includes(value), 'A secret stands in the message.');
    return REFUSED;
  }
};

const PICTURES = ['\x89PNG', '\xff\xd8\xff', 'GIF89a', 'GIF87a', 'RIFF....WEBP', 'BM', '<svg'].map((text) => Uint8Array.from(text, (character) => character.charCodeAt(0)));

export const TEXT_PARSERS: readonly Parser[] = [
  reason('reason of a refusal by BigCommerce', ['adapters/bigcommerce/reason-from-answer.ts', 'adapters/http/plain-reason.ts'], { reasonOf: bigcommerceReason, samples: bigcommerceRefusalSamples }),
  reason('reason of a refusal by Hike', ['adapters/hike/reason-from-answer.ts', 'adapters/http/plain-reason.ts'], { reasonOf: hikeReason, samples: hikeRefusalSamples }),
  parser('problem from a refusal', ['adapters/bigcommerce/problem-from-refusal.ts'], {
    inputs: hostileJson(...bigcommerceRefusalSamples),
    parse: (text) => assertStorable(problemFromRefusal(new RefusedAnswer({ status: 422, headers: new Headers(), text }, { side: 'bigcommerce', reason: 'no' }), { product: 'Tote', skus: ['DUST1'], urls: ['https://x/1.png'] })),
  }),
  parser('amount', ['adapters/http/wire-values.ts'], { inputs: decimalText, parse: money }),
  timeParser('time by RFC 2822', 'adapters/bigcommerce/wire-values.ts', rfc2822Time),
  timeParser('time by ISO 8601', 'adapters/hike/wire-values.ts', wireTime),
  parser('instant', ['domain/instant.ts'], { inputs: hostileText, parse: (text) => valueOr(Instant.safeParse(text)) }),
  parser('rate headers', ['adapters/http/rate-headers.ts'], {
    inputs: fc.tuple(fc.constantFrom(200, 429, 500), fc.tuple(...RATE_HEADERS.map(() => fc.option(rateValue)))),
    parse: (input) => pace(input as [number, (string | null)[]]),
  }),
  parser('deep link', ['domain/rules/deep-link.ts', 'web/store-path.ts'], {
    inputs: linkText,
    parse: (url) => {
      const page = deepLink(url, { origin, storeHash });
      ensure(PAGE_OF_OURS.test(page), `A link leads to ${page}.`);
      ensure(/^\/(store|extension)\/abc123(\/|$)/.test(storePath(url, { origin, storeHash })), 'A link leaves its store.');
      return page === '/' ? REFUSED : page;
    },
  }),
  parser('CSV', ['web/csv-stream.ts'], { inputs: fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 4 }), parse: writeCsv }),
  parser('picture', ['adapters/http/image-type.ts'], {
    inputs: fc.tuple(fc.constantFrom(...PICTURES), fc.uint8Array({ maxLength: 40 }), fc.nat(12)).map(([start, rest, length]) => Uint8Array.from([...start.slice(0, length), ...rest])),
    parse: (bytes) => imageTypeOf(bytes) ?? REFUSED,
  }),
  parser('address of a picture', ['adapters/http/is-private-address.ts'], { inputs: fc.oneof(hostileText, fc.ipV4(), fc.ipV6()), parse: (text) => (isPrivateAddress(text) ? REFUSED : text) }),
  parser('environment', ['env.ts'], { inputs: fc.tuple(fc.constantFrom(...Object.keys(VARIABLES)), hostileText), parse: environment }),
];
