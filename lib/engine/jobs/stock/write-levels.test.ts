import { describe, expect, it } from 'vitest';
import type { HikeProductId, LocationId, ProductId, VariantId } from '../../../domain/ids';
import { createTestContext } from '../../testing/create-test-context';
import { newLevel } from './level-key';
import type { WantedLevel } from './plan-levels';
import { writeLevels } from './write-levels';

describe('levels that are written', () => {
  const wanted = (variantId: number, change: { locationId?: number; countedProductId?: number | null } = {}): WantedLevel => ({
    level: newLevel({ variantId: variantId as VariantId, locationId: (change.locationId ?? 1) as LocationId }, 812 as HikeProductId),
    countedProductId: (change.countedProductId ?? null) as ProductId | null,
    sum: { available: 0 as never, reserve: 0, buffer: 0, published: variantId },
  });
  const write = async (all: WantedLevel[], { refused = [] as number[], spoiling = [] as number[] } = {}) => {
    const { context, vendors } = await createTestContext();
    vendors.refusedLevels = new Set(refused);
    vendors.spoilingLevels = new Set(spoiling);
    const outcome = await writeLevels(context, all);
    const ids = (some: readonly WantedLevel[]) => some.map(({ level: { variantId } }) => variantId);
    return { ...outcome, written: ids(outcome.written), refusedIds: ids(outcome.refused), calls: vendors.calls.filter((name) => name === 'inventory.set').length, items: vendors.levelWrites };
  };

  it('go location after location, and by product where that is what is counted', async () => {
    const { items, written } = await write([wanted(1), wanted(2, { locationId: 2 }), wanted(3, { countedProductId: 111 })]);
    expect(items).toEqual([[{ variantId: 1, locationId: 1, quantity: 1 }, { variantId: 3, productId: 111, locationId: 1, quantity: 3 }], [{ variantId: 2, locationId: 2, quantity: 2 }]]);
    expect(written).toEqual([1, 3, 2]);
  });

  it('are refused by name without harm to the others', async () => {
    const { written, refused, refusedIds, error } = await write([1, 2, 3].map((id) => wanted(id)), { refused: [2] });
    expect([written, refusedIds, error, refused[0]?.problem]).toEqual([[1, 3], [2], null, { code: 'refused-by-bigcommerce', details: { message: 'No such variant.' } }]);
  });

  it('are halved around the one that spoils the call', async () => {
    const { written, refusedIds, refused, calls } = await write([1, 2, 3, 4].map((id) => wanted(id)), { spoiling: [3] });
    expect([written, refusedIds, calls]).toEqual([[1, 2, 4], [3], 5]);
    expect(refused[0]?.problem).toEqual({ code: 'refused-by-bigcommerce', details: { message: 'An item is invalid.' } });
  });

  it('are halved no more than thirty times where everything is bad', async () => {
    const all = Array.from({ length: 100 }, (_, index) => wanted(index + 1));
    const { written, refusedIds, calls } = await write(all, { spoiling: all.map(({ level: { variantId } }) => variantId) });
    expect([written, refusedIds.length, calls]).toEqual([[], 100, 61]);
  });
});
