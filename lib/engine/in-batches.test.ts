import { describe, expect, it } from 'vitest';
import { inBatches } from './in-batches';

const tick = () => new Promise<void>((resolve) => setImmediate(resolve));

const setUp = ({ most = 100, gather }: { most?: number; gather?: () => Promise<void> } = {}) => {
  const batches: string[][] = [];
  const ask = inBatches<string, string>({
    keyOf: (item) => item.slice(0, 1),
    most,
    ...(gather && { gather }),
    work: async (items) => {
      batches.push([...items]);
      await tick();
      if (items.some((item) => item.endsWith('!'))) throw new Error(`${items.length} failed`);
      return items.map((item) => item.toUpperCase());
    },
  });
  return { batches, ask };
};

describe('work in batches', () => {
  it('takes together what is asked for at the same moment, and what comes while that is done', async () => {
    const { batches, ask } = setUp();
    const first = Promise.all(['a1', 'a2'].map(ask));
    const later = tick().then(() => Promise.all(['a3', 'a4'].map(ask)));
    expect([await first, await later]).toEqual([['A1', 'A2'], ['A3', 'A4']]);
    expect(batches).toEqual([['a1', 'a2'], ['a3', 'a4']]);
  });

  it('lets nobody wait for others', async () => {
    const { batches, ask } = setUp();
    await ask('a1');
    await ask('a2');
    expect(batches).toEqual([['a1'], ['a2']]);
  });

  it('waits for company as long as it is told to', async () => {
    const { batches, ask } = setUp({ gather: tick });
    await Promise.all([ask('a1'), Promise.resolve().then(() => ask('a2'))]);
    expect(batches).toEqual([['a1', 'a2']]);
  });

  it('keeps apart what has other keys', async () => {
    const { batches, ask } = setUp();
    await Promise.all(['a1', 'b1', 'a2', 'b2'].map(ask));
    expect(batches).toEqual([['a1', 'a2'], ['b1', 'b2']]);
  });

  it('takes no more than it may at once', async () => {
    const { batches, ask } = setUp({ most: 2 });
    await Promise.all(['a1', 'a2', 'a3', 'a4', 'a5'].map(ask));
    expect(batches).toEqual([['a1', 'a2'], ['a3', 'a4'], ['a5']]);
  });

  it('spoils none of a batch for one that fails', async () => {
    const { ask } = setUp();
    const answers = await Promise.allSettled(['a1', 'a2', 'a3!', 'a4'].map(ask));
    expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : String(answer.reason)))).toEqual(['A1', 'A2', 'Error: 1 failed', 'A4']);
  });
});
