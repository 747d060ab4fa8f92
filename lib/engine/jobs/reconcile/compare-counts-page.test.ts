import { describe, expect, it, vi } from 'vitest';
import type { Instant } from '../../../domain/instant';
import { instantPlus } from '../../../domain/instant-arithmetic';
import { aHikeProduct, aHikeVariant, anOutletLevel } from '../../../domain/testing/a-hike-product';
import { someLists, someSettings } from '../../../domain/testing/a-shop';
import { createTestContext, NOW } from '../../testing/create-test-context';
import type { JobContext } from '../job';
import { compareCountsPage } from './compare-counts-page';

const TEN_MINUTES_MS = 10 * 60_000;
const tote = (available: number | null, change: Parameters<typeof aHikeProduct>[0] = {}) => aHikeProduct({ variants: [aHikeVariant({ levels: [anOutletLevel({ available })] })], ...change });

interface Given {
  told?: ReturnType<typeof aHikeProduct>;
  known?: ReturnType<typeof aHikeProduct> | null;
  goneAt?: Instant | null;
  goodUntil?: Instant | null;
  change?: Partial<JobContext>;
}

const compared = async ({ told = tote(70_000), known = tote(120_000), goneAt = null, goodUntil = NOW, change = {} }: Given = {}) => {
  const { context, tables, storeHash, vendors } = await createTestContext({ settings: someSettings({ catalogue: { startedAt: NOW } }), ...change });
  vendors.hikeProducts.set(told.id, told);
  if (known) await tables.hikeProducts.saveMany(storeHash, [{ product: known, fingerprint: '', sweep: 1, goneAt, plan: null, written: {}, isIgnored: false, removal: null, variantsConfirmed: false }]);
  await tables.cursors.save(storeHash, 'hike-products', { goodUntil, pass: null, sweep: 1, sweptAt: null, sweepCalls: 1, orphans: [], isChecking: false });
  const list = vi.spyOn(context.hike.products, 'listChanged');
  const page = await compareCountsPage(context, 0);
  expect(list.mock.calls).toEqual([[null, 0]]);
  return page;
};

describe('counting Hike’s goods again', () => {
  it('finds a count that moved without a trace, by its outlet’s name', async () => {
    expect(await compared()).toMatchObject({ counts: 1, looked: ['hike-count-differs:812-1'], next: null, found: [{ kind: 'hike-count-differs', subject: '812-1', hikeId: 812, details: { sku: 'TOTE-01', outlet: 'Main', hike: '7', known: '12' } }] });
  });

  it('looks for one that is as we knew it, too, so that it can be over', async () => {
    expect(await compared({ told: tote(120_000) })).toMatchObject({ counts: 1, looked: ['hike-count-differs:812-1'], found: [] });
  });

  it.each([
    ['whose lists name it no longer', { lists: someLists({ outlets: [] }) }],
    ['whose lists were never read', { lists: null }],
  ])('names an outlet by its id in a shop %s', async (_, change) => {
    expect((await compared({ change })).found).toMatchObject([{ details: { outlet: '1' } }]);
  });

  it.each<[string, number, Given]>([
    ['that nobody has met yet', 0, { known: null }],
    ['that is gone', 0, { goneAt: NOW }],
    ['before its list was read', 0, { goodUntil: null }],
    ['that changed in the last moments', 0, { told: tote(70_000, { modifiedAt: instantPlus(NOW, -TEN_MINUTES_MS) }) }],
    ['that changed before', 1, { told: tote(70_000, { modifiedAt: instantPlus(NOW, -TEN_MINUTES_MS - 1) }) }],
    ['that tells no time', 1, { told: tote(70_000, { modifiedAt: null }) }],
  ])('judges a product %s by %i counts', async (_, count, given) => {
    const { counts, found, looked } = await compared(given);
    expect([counts, found.length, looked.length]).toEqual([count, count, count]);
  });
});
