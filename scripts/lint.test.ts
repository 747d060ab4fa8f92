import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';

/** The rules that forbid something by its name need no types, which would take the compiler's time over the whole project. */
const eslint = new ESLint({
  overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parserOptions: { project: null } } }],
  ruleFilter: ({ ruleId }) => ruleId.startsWith('no-restricted-'),
});

const rulesBroken = async (filePath: string, code: string): Promise<string[]> => {
  const [result] = await eslint.lintText(`${code};\n`, { filePath });
  if (result === undefined || result.fatalErrorCount > 0) throw new Error(`${filePath} could not be linted: ${result?.messages[0]?.message}`);
  return result.messages.map(({ ruleId }) => ruleId ?? '');
};

/** Reading the configuration takes seconds on a busy machine. */
beforeAll(async () => void (await rulesBroken('lib/engine/probe.ts', '')), 60_000);

const FORBIDDEN: [what: string, code: string][] = [
  ['the time', 'Date.now()'],
  ['the time, by its name in brackets', "Date['now']()"],
  ['the time, taken out of Date', 'const { now } = Date'],
  ['a date of now', 'new Date()'],
  ['a text of now', 'Date()'],
  ['the time since the start', 'performance.now()'],
  ['the process’s time', 'process.hrtime()'],
  ['the process’s time in nanoseconds', 'process.hrtime.bigint()'],
  ['the environment', 'process.env.HOME'],
  ['a timer', 'setTimeout(() => undefined, 1)'],
  ['a timer that repeats', 'setInterval(() => undefined, 1)'],
  ['a turn of the loop', 'setImmediate(() => undefined)'],
  ['a timer of the whole world', 'globalThis.setTimeout(() => undefined, 1)'],
  ['a time that runs out', 'AbortSignal.timeout(1)'],
  ['the network', "fetch('https://example.com')"],
  ['the network of the whole world', "globalThis.fetch('https://example.com')"],
  ['the network of Node’s world', "global.fetch('https://example.com')"],
  ['the network of the browser’s world', "window.fetch('https://example.com')"],
  ['the network of a worker’s world', "self.fetch('https://example.com')"],
  ['a socket', "new WebSocket('wss://example.com')"],
  ['an old request', 'new XMLHttpRequest()'],
  ['a stream of events', "new EventSource('https://example.com')"],
  ['chance', 'Math.random()'],
  ['an id by chance', 'crypto.randomUUID()'],
  ['bytes by chance', 'crypto.getRandomValues(new Uint8Array(1))'],
  ['an id by chance, imported', "import { randomUUID } from 'node:crypto'"],
  ['bytes by chance, imported under the old name', "import { randomBytes } from 'crypto'"],
  ['all of chance, imported', "import crypto from 'node:crypto'"],
];

const ALLOWED: [what: string, code: string][] = [
  ['a date that is told', 'new Date(0)'],
  ['a hash', "import { createHash } from 'node:crypto'"],
  ['a signal', 'new AbortController().signal'],
  ['mathematics', 'Math.round(1.5)'],
];

describe.each(['lib/domain/rules/probe.ts', 'lib/engine/jobs/probe.ts'])('the lint of %s', (filePath) => {
  it.each(FORBIDDEN)('forbids %s', async (_, code) => {
    expect(await rulesBroken(filePath, code)).not.toEqual([]);
  });

  it.each(ALLOWED)('allows %s', async (_, code) => {
    expect(await rulesBroken(filePath, code)).toEqual([]);
  });
});

describe('the lint of what stands outside of domain and engine', () => {
  it.each(['lib/adapters/http/probe.ts', 'lib/engine/testing/probe.ts', 'lib/engine/probe.test.ts'])('lets %s ask the machine', async (filePath) => {
    expect(await rulesBroken(filePath, "setTimeout(() => fetch('https://example.com'), Date.now() + Math.random())")).toEqual([]);
  });

  it('lets lib/env.ts alone read the environment', async () => {
    expect(await rulesBroken('lib/adapters/http/probe.ts', 'process.env.HOME')).toEqual(['no-restricted-properties']);
    expect(await rulesBroken('lib/env.ts', 'process.env.HOME')).toEqual([]);
  });
});
