import { describe, expect, it } from 'vitest';
import type { VariantId } from '../../../domain/ids';
import { PRIORITY } from '../../priorities';
import type { SeenLevel } from '../../ports/tables';
import { NOW } from '../../testing/create-test-context';
import { approveZeros } from './approve-zeros';
import { AWAY, createLevelBench } from './testing/create-level-bench';

const HELD: Partial<SeenLevel> = { heldSince: NOW, onHand: 3 };

/** What is left when Ana approved the zeros of these variants, or all. */
const approved = async (levels: Partial<SeenLevel>[], variantIds: number[] | null) => {
  const bench = await createLevelBench(levels);
  await approveZeros(bench.tables, bench.storeHash, { variantIds: variantIds as VariantId[] | null, now: NOW, who: 'ana@example.com' });
  const named = (await Promise.all(levels.map((_, index) => bench.moves(812 + index)))).flat();
  return { ...bench, named, entries: await bench.entries() };
};

describe('zeros that a person approves', () => {
  it('are those of some variants, or all that are held', async () => {
    const some = await approved([HELD, HELD, HELD], [212, 213]);
    expect((await some.tables.levels.listHeld(some.storeHash, 9)).map(({ variantId }) => variantId)).toEqual([211]);
    expect(some.named.map(({ variantId }) => variantId)).toEqual([212, 213]);
    const all = await approved([HELD, HELD, {}], null);
    expect(await all.tables.levels.countHeld(all.storeHash)).toBe(0);
    expect(all.named.map(({ variantId }) => variantId)).toEqual([211, 212]);
  });

  it('stand in the timeline in that person’s name, with what is published until then', async () => {
    const { named } = await approved([HELD, { heldSince: NOW, onHand: null }], null);
    const move = { at: NOW, locationId: 1, side: 'bigcommerce', after: 0, reason: 'approved', source: 'ana@example.com', sum: null };
    expect(named).toEqual([{ ...move, hikeId: 812, variantId: 211, before: 30_000 }, { ...move, hikeId: 813, variantId: 212, before: null }]);
  });

  it('are published before everything else', async () => {
    expect(await (await approved([HELD, HELD], [212])).stockRows()).toEqual([['813', PRIORITY.person]]);
  });

  it('leave the line in the log open while others are held, and end it with the last', async () => {
    expect((await approved([HELD, HELD], [211])).entries).toEqual([]);
    expect((await approved([HELD, HELD], null)).entries).toMatchObject([{ thing: 'stock', label: 'Stock', recordId: 'held', result: 'done', message: 'ana@example.com approved the zeros.', trigger: 'person' }]);
  });

  it('are nothing where nothing is held', async () => {
    const { named, entries, stockRows } = await approved([{}], null);
    expect([named, entries, await stockRows()]).toEqual([[], [], []]);
  });

  it('name no other location of their variant', async () => {
    const bench = await createLevelBench([HELD]);
    await bench.tables.levels.saveMany(bench.storeHash, [{ ...(await bench.level())!, locationId: AWAY, heldSince: null }]);
    await approveZeros(bench.tables, bench.storeHash, { variantIds: [211 as VariantId], now: NOW, who: 'ana@example.com' });
    expect((await bench.moves()).map(({ locationId }) => locationId)).toEqual([1]);
  });
});
