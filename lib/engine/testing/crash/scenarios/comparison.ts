import { createComparedEngine, ORDER, SALE, SOLD_AS } from '../../../jobs/reconcile/testing/compared-engine';
import type { TestEngine } from '../../create-test-engine';
import { type Scenario, scenario } from '../scenario';
import { pass } from './acts';

const HOUR_MS = 60 * 60_000;

const of = (name: string, ...steps: Scenario['steps']) => scenario({ name, open: createComparedEngine, steps });

const compare = (engine: TestEngine) => engine.pages.compareNow(engine.storeHash);

/** An order that is gone, and another with a status that nobody asked for. */
const plant = async ({ vendors, clock }: TestEngine) => {
  vendors.orders.delete(SOLD_AS);
  const order = vendors.orders.get(ORDER);
  if (order) vendors.orders.set(ORDER, { ...order, statusId: 5, modifiedAt: clock.now() });
};

export const COMPARISON_SCENARIOS: Scenario[] = [
  of('both sides are compared', compare),
  of('differences are found and fixed', plant, compare, (engine) => engine.pages.fixDifferences(engine.storeHash, null), pass(HOUR_MS, 20), compare),
  of('a difference is put aside', plant, compare, (engine) => engine.pages.putDifferencesAside(engine.storeHash, [`sale-without-order:${SALE}`])),
  of('nothing is set to be compared', (engine) => engine.change({ salePrice: null }), compare),
];
