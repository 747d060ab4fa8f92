import { describe, expect, test } from 'vitest';
import { toHikeWords } from './to-hike-words';

describe('what happens to products that are sent to Hike', () => {
  test('is said of one in the singular', () => {
    expect(toHikeWords(1)).toMatch(/^It is created once .* its master.* Its pictures/);
    expect(toHikeWords(1)).not.toMatch(/\b[Tt]heir\b/);
  });

  test('is said of several in the plural', () => {
    expect(toHikeWords(2)).toMatch(/^They are created once .* their master.* Their pictures/);
  });
});
