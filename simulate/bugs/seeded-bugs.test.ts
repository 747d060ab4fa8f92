import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sourceWith } from './seeded-bug';
import { SEEDED_BUGS } from './seeded-bugs';

describe('the seeded bugs', () => {
  it('are at least twenty, each under a name of its own', () => {
    expect(new Set(SEEDED_BUGS.map(({ name }) => name)).size).toBe(SEEDED_BUGS.length);
    expect(SEEDED_BUGS.length).toBeGreaterThanOrEqual(20);
  });

  it.each(SEEDED_BUGS)('$name: changes code that is there', (bug) => {
    for (const { file, find, replace } of bug.edits) {
      expect(existsSync(file), file).toBe(true);
      expect(readFileSync(file, 'utf8').split(find).length - 1, find).toBe(1);
      expect(replace).not.toBe(find);
      expect(sourceWith(bug, file)).not.toBe(readFileSync(file, 'utf8'));
    }
  });

  it.each(SEEDED_BUGS)('$name: is a mistake of the product’s', ({ database, edits }) => {
    for (const { file } of edits) expect(file).toMatch(database === 'postgres' ? /^lib\/(adapters|engine)\// : /^lib\/(adapters|domain|engine)\/(?!database\/|testing\/)/);
  });
});
