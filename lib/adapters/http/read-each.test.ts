import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BrokenContract } from '../../engine/ports/failures';
import { readEach } from './read-each';

const sale = z.object({ id: z.int(), net: z.number() });
const read = (item: unknown): number => sale.parse(item).net;

describe('readEach', () => {
  it('reads what it can, and keeps the rest apart with what names it and why', () => {
    const { items, odd } = readEach([{ id: 1, net: 5 }, { id: 2, number: 'W-7', net: 'five' }, { id: 3, net: 6 }], read);
    expect(items).toEqual([5, 6]);
    expect(odd).toEqual([{ id: '2', number: 'W-7', why: expect.stringMatching(/^net: .*number/), content: '{"id":2,"number":"W-7","net":"five"}' }]);
  });

  it.each([[null], ['a word'], [undefined], [[]], [{ id: {}, number: null }]])('has no name for %j', (item) => {
    expect(readEach([item], read).odd).toMatchObject([{ id: null, number: null }]);
  });

  it('takes what cannot be translated for odd, and nothing that is our own mistake', () => {
    const throwing = (error: Error) => () => {
      throw error;
    };
    expect(readEach([{ id: 9 }], throwing(new BrokenContract('hike', 'a year of six digits'))).odd).toMatchObject([{ id: '9', why: 'a year of six digits' }]);
    expect(() => readEach([{ id: 9 }], throwing(new TypeError('undefined is not a function')))).toThrow(TypeError);
  });
});
