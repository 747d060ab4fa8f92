import { describe, expect, it } from 'vitest';
import { createLanes } from './lanes';

const lane = { name: 'customers', most: 2 };

/** A call that ends when told to. */
const held = () => {
  let resolve: (value: string) => void = () => undefined;
  const promise = new Promise<string>((done) => {
    resolve = done;
  });
  let hasBegun = false;
  return {
    call: () => {
      hasBegun = true;
      return promise;
    },
    begun: () => hasBegun,
    end: () => resolve('done'),
  };
};

const soon = () => new Promise((resolve) => setImmediate(resolve));

describe('a lane', () => {
  it('holds no more than its number of calls, in order of arrival', async () => {
    const lanes = createLanes();
    const calls = [held(), held(), held(), held()];
    const runs = calls.map(({ call }) => lanes.run(lane, call));
    await soon();
    expect(calls.map(({ begun }) => begun())).toEqual([true, true, false, false]);
    calls[1]?.end();
    await soon();
    expect(calls.map(({ begun }) => begun())).toEqual([true, true, true, false]);
    for (const { end } of calls) end();
    expect(await Promise.all(runs)).toEqual(['done', 'done', 'done', 'done']);
  });

  it('comes free after a failure', async () => {
    const lanes = createLanes();
    const narrow = { name: 'inventory', most: 1 };
    await expect(lanes.run(narrow, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await lanes.run(narrow, () => Promise.resolve(1))).toBe(1);
  });

  it('holds up nobody in another lane, nor who is in none', async () => {
    const lanes = createLanes();
    const first = held();
    void lanes.run({ name: 'inventory', most: 1 }, first.call);
    expect(await lanes.run({ name: 'category trees', most: 1 }, () => Promise.resolve(1))).toBe(1);
    expect(await lanes.run(null, () => Promise.resolve(2))).toBe(2);
    first.end();
  });
});
