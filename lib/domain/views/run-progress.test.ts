import { describe, expect, it } from 'vitest';
import { type CatalogueRun, NO_CATALOGUE_RUN } from '../catalogue-run';
import { runProgress } from './run-progress';

const run = (change: Partial<CatalogueRun>): CatalogueRun => ({ ...NO_CATALOGUE_RUN, ...change });
const reading = (read: number, total: number | null, isDone = false) => ({ sweep: 1, read, total, isDone });

describe('the progress of the run', () => {
  it.each(['never', 'ready', 'in-step'] as const)('is none while it is “%s”', (state) => {
    expect(runProgress({ run: run({ state }), waiting: 3, failed: 2 })).toBeNull();
  });

  it('says what was read of each side, and owns up to a total that nobody knows', () => {
    expect(runProgress({ run: run({ state: 'reading', hike: reading(1200, 2300), store: reading(500, null) }), waiting: 0, failed: 0 })).toEqual({
      done: 1700,
      total: null,
      failed: 0,
      sentence: 'Reading. Hike: 1,200 of 2,300; BigCommerce: 500.',
    });
  });

  it('names a side that has been read, and a total that turned out too small', () => {
    const { sentence, total } = runProgress({ run: run({ state: 'reading', hike: reading(2310, 2300, true), store: reading(60, 50) }), waiting: 0, failed: 0 })!;
    expect([sentence, total]).toEqual(['Reading. Hike: read; BigCommerce: 60.', 2350]);
  });

  it.each([
    ['comparing', 'Comparing products: 1,500 of 2,000.', 0],
    ['running', 'Bringing products into BigCommerce: 1,500 of 2,000.', 2],
  ] as const)('counts what is left while “%s”', (state, sentence, failed) => {
    expect(runProgress({ run: run({ state, total: 2000 }), waiting: 500, failed: 2 })).toEqual({ done: 1500, total: 2000, failed, sentence });
  });

  it('counts nothing before it knows how much there is', () => {
    expect(runProgress({ run: run({ state: 'running', total: 0 }), waiting: 0, failed: 0 })?.sentence).toBe('Bringing products into BigCommerce.');
  });

  it('never counts below zero when more came while it ran', () => {
    expect(runProgress({ run: run({ state: 'running', total: 10 }), waiting: 12, failed: 0 })?.done).toBe(0);
  });
});
