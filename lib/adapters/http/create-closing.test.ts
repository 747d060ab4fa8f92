import { expect, it } from 'vitest';
import { createClosing } from './create-closing';

const NOTHING = { rate: null, retryAfterMs: null };
const rate = (resetMs: number) => ({ left: 0, resetMs, quota: 150, windowMs: 30_000 });

const closingAt = (now: number) => createClosing(() => now);

it('stays open after an answer that asks for nothing', () => {
  const closing = closingAt(1000);
  closing.answered(200, { rate: rate(20_000), retryAfterMs: null });
  expect(closing.until()).toBe(1000);
});

it('closes for as long as any answer asks for, and never for less than an earlier one asked for', () => {
  const closing = closingAt(1000);
  closing.answered(503, { rate: null, retryAfterMs: 5000 });
  closing.answered(200, NOTHING);
  expect(closing.until()).toBe(6000);
});

it('closes until the window ends, or for as long as the answer says beside that', () => {
  const [short, long] = [closingAt(1000), closingAt(1000)];
  short.answered(429, { rate: rate(12_000), retryAfterMs: 2000 });
  long.answered(429, { rate: rate(2000), retryAfterMs: 12_000 });
  expect([short.until(), long.until()]).toEqual([13_040, 13_040]);
});

it('closes for longer with each overload in a row, for two minutes at most, or as long as it says', () => {
  const until = Array.from({ length: 6 }, (_, times) => {
    const closing = closingAt(0);
    for (let time = 0; time <= times; time += 1) closing.answered(429, NOTHING);
    return closing.until();
  });
  expect(until).toEqual([10_000, 20_000, 40_000, 80_000, 120_000, 120_000]);
  const patient = closingAt(0);
  patient.answered(429, { rate: null, retryAfterMs: 300_000 });
  expect(patient.until()).toBe(300_000);
});

it.each([
  ['a good answer', 200, NOTHING],
  ['a quota that is used up', 429, { rate: rate(100), retryAfterMs: null }],
] as const)('takes an overload after %s for the first', (_, status, stated) => {
  let now = 0;
  const closing = createClosing(() => now);
  closing.answered(429, NOTHING);
  closing.answered(status, stated);
  now = 100_000;
  closing.answered(429, NOTHING);
  expect(closing.until()).toBe(110_000);
});
