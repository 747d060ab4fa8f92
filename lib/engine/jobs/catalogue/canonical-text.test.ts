import { expect, it } from 'vitest';
import { canonicalText } from './canonical-text';

it.each<[string, unknown, string]>([
  ['of a record in the order of its keys', { b: 1, a: 2, c: 3 }, '{"a":2,"b":1,"c":3}'],
  ['of a record within a record', { z: { b: 1, a: { d: 1, c: 2 } } }, '{"z":{"a":{"c":2,"d":1},"b":1}}'],
  ['of a list in its own order, with its records in order', [3, 1, { b: 1, a: 2 }], '[3,1,{"a":2,"b":1}]'],
  ['of a list within a record as a list', { list: ['b', 'a'] }, '{"list":["b","a"]}'],
  ['of nothing', { b: null, a: null }, '{"a":null,"b":null}'],
  ['of text and numbers', ['x', 1.5, true], '["x",1.5,true]'],
])('is the same text however a database hands it back: %s', (_, value, expected) => {
  expect(canonicalText(value)).toBe(expected);
});
