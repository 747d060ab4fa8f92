import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { aSale } from '../../../domain/testing/a-sale';
import type { BigCommerce } from '../../ports/bigcommerce';
import { COMMITS } from '../../ports/commits';
import { LONE_WRITES } from '../../ports/tables';
import { createTestEngine } from '../create-test-engine';
import { OUTWARD_CALLS } from './outward-calls';
import { playScenario, scenario } from './scenario';
import { ALL_SCENARIOS } from './scenarios/all-scenarios';

/** Counts a call, and prolongs what a death ends: nothing of it is missed. */
const OF_NO_CONSEQUENCE: ReadonlySet<string> = new Set(['calls.add', 'leases.renew']);

const NAMED = /\b(?:record|transaction)\(\s*'([a-z-]+)'/g;

/** Names in the product's own sources, each as often as it stands there. */
const namesInSources = (): string[] => {
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !/\.test\.ts$|testing[\\/]|generated[\\/]/.test(file));
  return files.flatMap((file) => [...readFileSync(path.join('lib', file), 'utf8').matchAll(NAMED)].map(([, name]) => name ?? ''));
};

describe('the points at which a process may die', () => {
  const met = { calls: new Set<string>(), commits: new Set<string>() };

  beforeAll(async () => {
    for (const one of ALL_SCENARIOS) {
      const calm = await playScenario(one, null);
      for (const call of calm.met.calls) met.calls.add(call);
      for (const commit of calm.met.commits) met.commits.add(commit);
    }
  }, 60_000);

  it('name each transaction of the product once', () => {
    expect(namesInSources().sort()).toEqual([...COMMITS].sort());
  });

  it('are all met by a scenario: each outward call', () => {
    expect(OUTWARD_CALLS.filter((call) => !met.calls.has(call)).sort()).toEqual([]);
  });

  it('are all met by a scenario: each commit, and what is written outside of transactions', () => {
    expect([...met.commits].sort()).toEqual([...COMMITS, ...LONE_WRITES.filter((write) => !OF_NO_CONSEQUENCE.has(write))].sort());
  });
});

describe('the comparison after a death', () => {
  const forgetful = scenario({
    name: 'a sale becomes an order, and BigCommerce does not find it again',
    open: async (options) => {
      const engine = await createTestEngine({ ...options, start: aSale().transactionDate });
      const { bigcommerce } = engine.vendors;
      engine.vendors.bigcommerce = (...given): BigCommerce => {
        const real = bigcommerce(...given);
        return { ...real, orders: { ...real.orders, listBySale: async () => [] } };
      };
      return engine;
    },
    steps: [(engine) => engine.ringUp(aSale())],
  });

  it('notices an order that was created twice', async () => {
    const calm = await playScenario(forgetful, null);
    const struck = await playScenario(forgetful, { point: 'bigcommerce.orders.create', moment: 'answered' });
    expect(struck.state).not.toEqual(calm.state);
  });
});
