import { expect, it } from 'vitest';
import { createQuotaGate } from './create-quota-gate';
import { rate } from './testing/shared-store';

const USED_UP = new Headers({
  'X-Rate-Limit-Requests-Left': '0',
  'X-Rate-Limit-Time-Reset-Ms': '1000',
  'X-Rate-Limit-Requests-Quota': '150',
  'X-Rate-Limit-Time-Window-Ms': '30000',
});

it('waits for no answer when the window has ended between two looks at the clock', () => {
  let now = 0;
  const gate = createQuotaGate({ now: () => now, probes: 5, reserve: 0.1 });
  gate.observe({ status: 200, headers: USED_UP, entry: gate.enter('urgent')! });
  gate.leave();
  now = 1039;
  expect(gate.enter('urgent')).toBeNull();
  now = 1040;
  expect(gate.nextChance()).toBe(1040);
  expect(gate.enter('urgent')).not.toBeNull();
});

it('does not let a late answer of the window before tell how long answers take', () => {
  let now = 0;
  const gate = createQuotaGate({ now: () => now, probes: 5, reserve: 0.1 });
  const [late, first] = [gate.enter('urgent')!, gate.enter('urgent')!];
  gate.observe({ status: 200, headers: rate(28, 1000, 30), entry: first });
  gate.leave();
  now = 1100;
  const second = gate.enter('urgent')!;
  now = 1200;
  gate.observe({ status: 200, headers: rate(20, 29_900, 30), entry: second });
  gate.leave();
  gate.observe({ status: 200, headers: rate(0, 10, 30), entry: late });
  gate.leave();
  expect(gate.enter('urgent')).not.toBeNull();
});

it('leaves two calls unused after a refusal', () => {
  let now = 0;
  const gate = createQuotaGate({ now: () => now, probes: 5, reserve: 0.1 });
  gate.observe({ status: 429, headers: rate(0, 1000, 3), entry: gate.enter('urgent')! });
  gate.leave();
  now = 1040;
  gate.observe({ status: 200, headers: rate(2, 30_000, 3), entry: gate.enter('urgent')! });
  gate.leave();
  expect(gate.enter('urgent')).toBeNull();
});
