import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ROUTE_SAMPLES } from '../samples/route-samples';
import { COVERED_BY_CALLS } from '../vendors/covered-by-calls';
import { allParsers } from './fuzz-parsers';

const parsers = await allParsers();
const INPUTS = 120;
const seed = Date.now() % 2 ** 31;

/** Files of the adapters that hold a schema of their own. */
const withSchemas = globSync('lib/adapters/{bigcommerce,hike}/*.ts')
  .filter((file) => !file.endsWith('.test.ts') && /\bz\.(?:object|array|strictObject|looseObject|string|union|number|boolean|int|unknown)\(/.test(readFileSync(file, 'utf8')))
  .map((file) => path.relative('lib', file));

describe('hostile input', () => {
  it.each(parsers)('ends in a value, a refusal or a named failure: $name', async ({ fuzz }) => {
    const tally = await fuzz({ inputs: INPUTS, seed });
    expect(Object.values(tally).reduce((sum, times) => sum + times, 0)).toBe(INPUTS);
  });
});

describe('the list of parsers', () => {
  it('names every file of the adapters that holds a schema', () => {
    expect(withSchemas.length).toBeGreaterThan(40);
    const covered = new Set([...parsers.flatMap(({ covers }) => covers), ...COVERED_BY_CALLS]);
    expect(withSchemas.filter((file) => !covered.has(file))).toEqual([]);
  });

  it('names no file that is gone', () => {
    const files = [...parsers.flatMap(({ covers }) => covers), ...COVERED_BY_CALLS];
    expect(files.filter((file) => globSync(`lib/${file}`).length === 0)).toEqual([]);
  });

  it('has a sample for every method of every route', async () => {
    const routes: Record<string, string[]> = {};
    for (const file of globSync('app/api/**/route.ts')) {
      routes[file] = Object.keys((await import(/* @vite-ignore */ pathToFileURL(path.resolve(file)).href)) as object).sort();
    }
    expect(Object.fromEntries(Object.entries(ROUTE_SAMPLES).map(([file, methods]) => [file, Object.keys(methods).sort()]))).toEqual(routes);
  });
});
