import { expect, it } from 'vitest';
import { createQuotaGate } from './create-quota-gate';

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
  expect(gate.nextChance('urgent')).toBe(1040);
  expect(gate.enter('urgent')).not.toBeNull();
});
