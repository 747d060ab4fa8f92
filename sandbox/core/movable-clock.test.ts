import { afterEach, expect, test } from 'vitest';
import { createMovableClock, type MovableClock } from './movable-clock.ts';

let clock: MovableClock;
afterEach(() => clock.stop());

test('moving the clock runs what became due, in order and at its own time', async () => {
  const log: string[] = [];
  clock = createMovableClock((line) => log.push(line));
  const start = clock.now().getTime();
  const seen: [string, number][] = [];
  const at = (minutes: number) => new Date(start + minutes * 60_000);
  const mark = (name: string) => () => void seen.push([name, Math.round((clock.now().getTime() - start) / 60_000)]);
  clock.schedule(at(30), mark('second'));
  clock.schedule(at(10), () => {
    mark('first')();
    clock.schedule(at(40), mark('third'));
  });
  clock.schedule(at(20), mark('cancelled')).cancel();
  clock.schedule(at(25), () => Promise.reject(new Error('broken')));
  clock.schedule(at(90), mark('later'));
  await clock.moveBy(60 * 60_000);
  expect(seen).toEqual([['first', 10], ['second', 30], ['third', 40]]);
  expect(log.join()).toContain('broken');
  expect(Math.round((clock.now().getTime() - start) / 60_000)).toBe(60);
});

test('what is due in real time runs by itself', async () => {
  clock = createMovableClock(() => undefined);
  const ran = new Promise<void>((resolve) => clock.schedule(new Date(clock.now().getTime() + 20), resolve));
  // A timer that keeps nothing alive needs somebody else who does.
  const alive = setTimeout(() => undefined, 5000);
  await ran;
  clearTimeout(alive);
});

test('a scaled clock shows no jump, runs as many times as fast, and wakes its work in time', async () => {
  clock = createMovableClock(() => undefined);
  await clock.moveBy(1000);
  const before = clock.now().getTime();
  clock.setScale(1000);
  expect(clock.now().getTime() - before).toBeLessThan(1000);
  const began = { real: Date.now(), shown: clock.now().getTime() };
  const alive = setTimeout(() => undefined, 5000);
  await new Promise<void>((resolve) => clock.schedule(new Date(began.shown + 60_000), resolve));
  clearTimeout(alive);
  expect(Date.now() - began.real).toBeLessThan(4000);
  expect(clock.now().getTime() - began.shown).toBeGreaterThanOrEqual(60_000);
  const later = clock.now().getTime();
  await clock.moveBy(3_600_000);
  expect(clock.now().getTime() - later).toBeGreaterThanOrEqual(3_600_000);
});

test('slow work does not hold up the work that is due after it', async () => {
  clock = createMovableClock(() => undefined);
  const alive = setTimeout(() => undefined, 5000);
  clock.schedule(clock.now(), () => new Promise(() => undefined));
  await new Promise<void>((resolve) => clock.schedule(clock.now(), resolve));
  clearTimeout(alive);
});
