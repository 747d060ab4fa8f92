import { describe, expect, test } from 'vitest';
import type { Instant } from '../../../lib/domain/instant';
import { percentOf, spokenProgress, stageAbout, stageTitle } from './run-words';

const STARTED = '2026-01-20T03:00:00.000Z' as Instant;
const GOING = { products: false, stock: false, customers: false };

const at = (done: number, total: number | null) => ({ done, total, failed: 0, sentence: '' });

describe('how far a run is', () => {
  test.each([
    [null, null],
    [at(3, null), null],
    [at(0, 0), null],
    [at(1_999, 2_000), 99],
    [at(2_010, 2_000), 100],
  ])('of %j is %s per cent', (progress, percent) => {
    expect(percentOf(progress)).toBe(percent);
  });

  test('is said aloud at each quarter only', () => {
    const said = [0, 100, 500, 700, 1_000].map((done) => spokenProgress({ state: 'running', isPaused: false, startedAt: STARTED, progress: at(done, 2_000) }));
    expect(new Set(said).size).toBe(3);
    expect(said.at(-1)).toBe('Products are being written to BigCommerce: 50 per cent.');
  });

  test.each([
    ['running', STARTED, 'Paused'],
    ['applying', STARTED, 'Paused'],
    ['reading', null, 'Paused'],
    ['reading', STARTED, 'Both catalogues are being read'],
    ['comparing', STARTED, 'The catalogues are being compared'],
  ] as const)('is paused while it is “%s” (started %s): %s', (state, startedAt, title) => {
    expect(stageTitle({ state, isPaused: true, startedAt, progress: null })).toBe(title);
  });

  test.each([
    ['reading', null, GOING, 'Nothing is written meanwhile. You can leave this page; it goes on.'],
    ['comparing', STARTED, GOING, 'No product is written meanwhile, and none until you say so. Stock and customers go on as they did. You can leave this page; it goes on.'],
    ['running', STARTED, GOING, 'You can leave this page; it goes on. What was written stays if you cancel.'],
    ['running', STARTED, { ...GOING, products: true }, 'Products are paused; stock and customers go on. You can leave this page; it goes on. What was written stays if you cancel.'],
    ['applying', STARTED, GOING, 'You can leave this page; it goes on.'],
  ] as const)('says what is written while it is “%s” (started %s, paused %j)', (state, startedAt, paused, about) => {
    expect(stageAbout({ state, startedAt, paused })).toBe(about);
  });
});
