import { describe, expect, it } from 'vitest';
import type { OrderId, VariantId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { instantPlus } from '../../../domain/instant-arithmetic';
import { aProfile, someSettings } from '../../../domain/testing/a-shop';
import { anOrder } from '../../../domain/testing/an-order';
import { PRIORITY } from '../../priorities';
import { sampleStore } from '../../testing/batteries/sample-records';
import { NOW } from '../../testing/create-test-context';
import { setLevel } from '../../testing/fake-inventory';
import type { JobContext } from '../job';
import { ALL_LEVELS, passSoon, planPass } from './pass-over-levels';
import { createLevelBench } from './testing/create-level-bench';

const HOUR = 60 * 60_000;

describe('the nightly pass over all levels', () => {
  it('publishes every linked variant of its page again, and goes on with the next', async () => {
    const bench = await createLevelBench([{}, {}, {}]);
    bench.vendors.levelPageSize = 2;
    setLevel(bench.vendors, { variantId: 211, onHand: 5 });
    expect(await bench.follow(ALL_LEVELS)).toEqual([]);
    expect(await bench.stockRows()).toEqual([['812', PRIORITY.upkeep], ['813', PRIORITY.upkeep]]);
    expect([await bench.tables.cursors.find(bench.storeHash, 'stock-pass'), await bench.level()]).toMatchObject([{ page: 2 }, { onHand: 5 }]);
    expect(await bench.rowOf(ALL_LEVELS)).toMatchObject({ notBefore: NOW, trigger: 'schedule' });
    await bench.follow(ALL_LEVELS);
    expect(await bench.stockRows()).toHaveLength(3);
    expect(await bench.tables.cursors.find(bench.storeHash, 'stock-pass')).toEqual({ page: 1 });
    expect((await bench.rowOf(ALL_LEVELS))!.notBefore > NOW).toBe(true);
  });

  it('leaves alone what we have just written', async () => {
    const bench = await createLevelBench([{ writtenAt: NOW }, {}]);
    for (const variantId of [211, 212]) setLevel(bench.vendors, { variantId, onHand: 5 });
    await bench.follow(ALL_LEVELS);
    expect([(await bench.level(211))?.onHand, (await bench.level(212))?.onHand]).toEqual([9, 5]);
  });

  it('is planned for the quiet hour of the store, once, and only after the start', async () => {
    const plan = async (change: Partial<JobContext>) => {
      const bench = await createLevelBench([], change);
      await planPass(bench.context, bench.tables);
      const planned = (await bench.rowOf(ALL_LEVELS))?.notBefore;
      await planPass({ ...bench.context, now: () => instantPlus(NOW, 48 * 60 * 60_000) }, bench.tables);
      expect((await bench.rowOf(ALL_LEVELS))?.notBefore).toBe(planned);
      return planned;
    };
    const [sydney, utc] = [await plan({}), await plan({ store: sampleStore('abc123' as never, { profile: aProfile({ timeZone: 'UTC' }) }) })];
    expect(sydney).not.toBe(utc);
    expect(await plan({ store: sampleStore('abc123' as never, { profile: null }) })).toBe(utc);
    expect(await plan({ settings: someSettings() })).toBeUndefined();
  });

  it('is had soon where there is one', async () => {
    const soon = async (change: Partial<JobContext>) => {
      const bench = await createLevelBench([], change);
      await passSoon(bench.context, bench.tables, NOW);
      return (await bench.rowOf(ALL_LEVELS))?.notBefore;
    };
    expect([await soon({}), await soon({ settings: someSettings() })]).toEqual([NOW, undefined]);
  });

  it('is one transaction, and blames in the name of the schedule', async () => {
    const bench = await createLevelBench();
    setLevel(bench.vendors, { variantId: 211, onHand: 5 });
    await bench.follow(ALL_LEVELS);
    expect([bench.commits, await bench.entries()]).toMatchObject([['told-levels-recorded'], [{ label: 'Stock of SKU-812', trigger: 'schedule' }]]);
  });

  it('passes over variants that are not linked', async () => {
    const bench = await createLevelBench();
    setLevel(bench.vendors, { variantId: 999, onHand: 5 });
    expect(await bench.follow(ALL_LEVELS)).toEqual([]);
    expect(await bench.tables.levels.findByVariants(bench.storeHash, [999 as VariantId])).toEqual([]);
  });

  it('keeps a level of a linked variant that it never saw, and blames nobody', async () => {
    const bench = await createLevelBench([null]);
    expect(await bench.follow(ALL_LEVELS)).toEqual([]);
    expect([await bench.level(), await bench.moves()]).toMatchObject([{ onHand: 9, written: null }, []]);
  });

  it.each([
    ['order', 25 * HOUR],
    ['outside', 25 * HOUR + 1],
  ])('explains a move as “%s” by an order that changed %i ms ago', async (reason, ms) => {
    const bench = await createLevelBench();
    bench.vendors.orders.set(1042, anOrder({ id: 1042 as OrderId, statusId: 2, createdAt: '2025-12-01T00:00:00.000Z' as Instant, modifiedAt: instantPlus(NOW, -ms) }));
    setLevel(bench.vendors, { variantId: 211, onHand: 7 });
    await bench.follow(ALL_LEVELS);
    expect(await bench.moves()).toMatchObject([{ reason }]);
  });

  it('that is planned is upkeep of the schedule, and stays when another hour would be the next', async () => {
    const bench = await createLevelBench([], { store: sampleStore('abc123' as never, { profile: aProfile({ timeZone: 'UTC' }) }) });
    await planPass(bench.context, bench.tables);
    const planned = { notBefore: instantPlus(NOW, 24 * HOUR), priority: PRIORITY.upkeep, trigger: 'schedule' };
    expect(await bench.rowOf(ALL_LEVELS)).toMatchObject(planned);
    await planPass({ ...bench.context, store: sampleStore('abc123' as never, { profile: aProfile() }) }, bench.tables);
    expect(await bench.rowOf(ALL_LEVELS)).toMatchObject(planned);
  });
});
