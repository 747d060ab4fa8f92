import { describe, expect, it } from 'vitest';
import { aHikeProduct, aHikeVariant, anOutletLevel } from '../../../domain/testing/a-hike-product';
import { someLists } from '../../../domain/testing/a-shop';
import type { JobContext } from '../job';
import { noteHikeCounts } from './note-hike-counts';
import { createStockEngine, type StockEngine, TOTE } from './testing/create-stock-engine';

const tote = (available: number) => aHikeProduct({ variants: [aHikeVariant({ levels: [anOutletLevel({ available })] })] });

const told = async (engine: StockEngine, counts: { before: number; after: number }, lists: JobContext['lists'] = someLists()): Promise<void> => {
  const { tables } = engine.database;
  const [store, settings] = [await tables.stores.find(engine.storeHash), (await tables.settings.get(engine.storeHash)).value];
  const context = { storeHash: engine.storeHash, settings, store, lists, now: () => engine.clock.now() } as unknown as JobContext;
  await engine.database.transaction('hike-page-taken-in', (inside) => noteHikeCounts(context, inside, [{ before: tote(counts.before), after: tote(counts.after) }]));
};

const marked = (engine: StockEngine) => engine.database.tables.dirty.find(engine.storeHash, 'stock', String(TOTE));

describe('counts that Hike tells', () => {
  it('stand in the timeline with the outlet’s name, and are published', async () => {
    const engine = await createStockEngine();
    await engine.settle();
    await told(engine, { before: 120_000, after: 70_000 });
    expect((await engine.timeline()).at(-1)).toMatchObject({ side: 'hike', reason: 'hike-count', before: 120_000, after: 70_000, source: 'Main' });
    expect(await marked(engine)).not.toBeNull();
  });

  it.each([null, someLists({ outlets: [] })])('stand there without a name where nobody knows the outlet', async (lists) => {
    const engine = await createStockEngine();
    await told(engine, { before: 120_000, after: 70_000 }, lists);
    expect(await engine.timeline()).toMatchObject([{ reason: 'hike-count', source: '' }]);
  });

  it('cost nothing where they are as they were', async () => {
    const engine = await createStockEngine();
    await engine.settle();
    await told(engine, { before: 120_000, after: 120_000 });
    expect(await engine.timeline()).toHaveLength(1);
    expect(await marked(engine)).toBeNull();
  });

  it('stand in the timeline before Start as well, but wait for it', async () => {
    const engine = await createStockEngine();
    await engine.settle();
    await engine.change({ catalogue: { ...(await engine.database.tables.settings.get(engine.storeHash)).value.catalogue, startedAt: null } });
    await told(engine, { before: 120_000, after: 70_000 });
    expect(await engine.timeline()).toHaveLength(2);
    expect(await marked(engine)).toBeNull();
  });
});
