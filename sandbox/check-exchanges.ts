import { existsSync, readFileSync } from 'node:fs';
import { argv, exit } from 'node:process';
import { ExchangeChecker, type Violation } from './testing/check-exchange.ts';
import type { Exchange } from './core/contract.ts';

/** Where the OpenAPI files are when this project stands in its own workspace; see README.md. */
const FOLDER = '../shared/reference/bigcommerce-openapi';

function fail(message: string): never {
  console.error(message);
  exit(1);
}

const [file, folder = FOLDER] = argv.slice(2);
if (file === undefined || !existsSync(file)) fail('Usage: tsx sandbox/check-exchanges.ts FILE [OPENAPI-FOLDER]; FILE is what the sandbox wrote with --record.');
if (!existsSync(folder)) fail(`The OpenAPI folder ${folder} does not exist.`);

const checker = new ExchangeChecker(folder);
const exchanges = readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Exchange);
// Every call once: a thousand polls with one fault are one line.
const groups = new Map<string, { violation: Violation; times: number }>();
for (const violation of exchanges.flatMap((exchange) => checker.check(exchange))) {
  const key = `${violation.operation} ${violation.text.replace(/\/\d+\//g, '/N/')}`;
  const known = groups.get(key);
  if (known) known.times += 1;
  else groups.set(key, { violation, times: 1 });
}
for (const { violation, times } of groups.values()) console.log(`${violation.operation}\n  ${violation.text}\n  first seen at ${violation.exchange}; ${times} times\n`);
console.log(`${exchanges.length} exchanges, ${groups.size} kinds of violation.`);
exit(groups.size === 0 ? 0 : 1);
