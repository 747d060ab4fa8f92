import { describe, expect, test } from 'vitest';
import { quietFigures, runFigures } from './run-figures';

const NONE = { create: 0, update: 0, unchanged: 0, needsYou: 0, leftOut: 0, removed: 0, onlyInBigCommerce: 0, levels: 0, goesToZero: 0, priceAlarms: 0 };

describe('the figures of a dry run', () => {
  test('each lead to their list', () => {
    const lists = new Map(runFigures({ counts: NONE }, 30).map(({ key, tab }) => [key, tab]));
    expect(lists.size).toBe(Object.keys(NONE).length);
    expect(lists.get('needsYou')).toBe('needs-you');
    expect(lists.get('removed')).toBe('removed');
  });

  test('call for attention only where there is something', () => {
    const tones = (needsYou: number) => runFigures({ counts: { ...NONE, needsYou } }, 30).filter(({ tone }) => tone !== 'calm');
    expect(tones(0)).toEqual([]);
    expect(tones(2)).toMatchObject([{ key: 'needsYou', tone: 'needs-you' }]);
  });

  test('are few once all is in step', () => {
    expect(quietFigures(runFigures({ counts: { ...NONE, removed: 1 } }, 30)).map(({ key }) => key)).toEqual(['unchanged', 'removed']);
  });
});
