import { describe, expect, test } from 'vitest';
import { percentOf, spokenProgress, stageTitle } from './run-words';

const at = (done: number, total: number | null) => ({ done, total, failed: 0, sentence: '' });

describe('how far a run is', () => {
  test.each([
    [null, null],
    [at(3, null), null],
    [at(0, 0), 100],
    [at(1_999, 2_000), 99],
    [at(2_010, 2_000), 100],
  ])('of %j is %s per cent', (progress, percent) => {
    expect(percentOf(progress)).toBe(percent);
  });

  test('is said aloud at each quarter only', () => {
    const said = [0, 100, 500, 700, 1_000].map((done) => spokenProgress({ state: 'running', isPaused: false, progress: at(done, 2_000) }));
    expect(new Set(said).size).toBe(3);
    expect(said.at(-1)).toBe('Products are being written to BigCommerce: 50 per cent.');
  });

  test('is paused while it writes, and never while it reads', () => {
    expect(stageTitle({ state: 'running', isPaused: true, progress: null })).toBe('Paused');
    expect(stageTitle({ state: 'reading', isPaused: true, progress: null })).toBe('Both catalogues are being read');
  });
});
