import { expect, it } from 'vitest';
import { nameStatements } from './name-statements';

it('names a statement from its third use on, and always alike', () => {
  const nameOf = nameStatements();
  const names = Array.from({ length: 5 }, () => nameOf({ sql: 'SELECT 1' }));
  expect(names).toEqual(['', '', 'often-1', 'often-1', 'often-1']);
});

it('gives no two statements one name', () => {
  const nameOf = nameStatements();
  const often = (sql: string) => Array.from({ length: 3 }, () => nameOf({ sql })).at(-1);
  expect([often('SELECT 1'), often('SELECT 2')]).toEqual(['often-1', 'often-2']);
});

it('has no connection keep more than 500', () => {
  const nameOf = nameStatements();
  const names = new Set<string>();
  for (let text = 0; text < 600; text += 1) for (let time = 0; time < 4; time += 1) names.add(nameOf({ sql: `SELECT ${text}` }));
  expect(names.size).toBe(501);
});

it('remembers few statements that come once, and goes on naming those that it knows', () => {
  const nameOf = nameStatements();
  nameOf({ sql: 'known' });
  for (let text = 0; text < 6_000; text += 1) nameOf({ sql: `SELECT ${text}` });
  nameOf({ sql: 'known' });
  expect(nameOf({ sql: 'known' })).toBe('often-1');
  expect(Array.from({ length: 3 }, () => nameOf({ sql: 'SELECT 5999' }))).toEqual(['', '', '']);
});
