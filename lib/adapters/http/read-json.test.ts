import { describe, expect, it } from 'vitest';
import { readJson, UNREADABLE } from './read-json';

const zeros = (count: number): string => `[${'0,'.repeat(count - 1)}0]`;

describe('reading the body of an answer', () => {
  it.each([
    ['nothing', ' ', null],
    ['a list', '[1,{"a":[2]}]', [1, { a: [2] }]],
    ['a page of a proxy', '<html>Bad gateway</html>', UNREADABLE],
    ['a body that was cut off', '{"data":[{"id":1', UNREADABLE],
  ])('makes of %s what it is', (_what, text, value) => {
    expect(readJson(text)).toEqual(value);
  });

  it('gives up on endless lists, whether in one or in many', () => {
    expect(readJson(zeros(250_000))).toHaveLength(250_000);
    expect(readJson(zeros(250_001))).toBe(UNREADABLE);
    expect(readJson(`{"data":[${Array.from({ length: 300 }, () => zeros(1000)).join()}]}`)).toBe(UNREADABLE);
  });

  it('reads what is deep', () => {
    expect(readJson(`${'['.repeat(4000)}${']'.repeat(4000)}`)).toHaveLength(1);
  });
});
