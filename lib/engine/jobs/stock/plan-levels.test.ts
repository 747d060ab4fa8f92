import { describe, expect, it } from 'vitest';
import type { HikeProductId, LocationId, OutletId, ProductId, VariantId } from '../../../domain/ids';
import { aHikeProduct, aHikeVariant, anOutletLevel } from '../../../domain/testing/a-hike-product';
import { someSettings } from '../../../domain/testing/a-shop';
import type { SeenLevel } from '../../ports/tables';
import { NOW } from '../../testing/create-test-context';
import { levelsByKey, newLevel } from './level-key';
import { planLevels } from './plan-levels';

const TOTE = 812 as HikeProductId;
const VARIANT = 211 as VariantId;

interface Given {
  level?: Partial<SeenLevel> | null;
  /** In Hike, in units; `null` is no record. */
  available?: number | null;
  isCounted?: boolean;
  isFromStore?: boolean;
  reserved?: number;
  isDefault?: boolean;
  stock?: object;
}

/** What is planned for the tote at one location. */
const planned = ({ level = {}, available = 12, isCounted = true, isFromStore = false, reserved = 0, isDefault = true, stock = {} }: Given) => {
  const variant = aHikeVariant({ levels: [anOutletLevel({ available: available === null ? null : available * 10_000 })] });
  const product = aHikeProduct({ variants: [variant] });
  const known: SeenLevel = { ...newLevel({ variantId: VARIANT, locationId: 1 as LocationId }, TOTE), ...level };
  const { writes, falls, uncounted, confirmed } = planLevels({
    items: [{ hikeId: TOTE, variantId: VARIANT, productId: 111 as ProductId, countedProductId: 111 as ProductId, isCounted, isFromStore, product, variant }],
    locations: [{ id: 1 as LocationId, outletIds: [1 as OutletId], isDefault, name: 'Shop' }],
    levels: levelsByKey(level === null ? [] : [known]),
    reserves: new Map([[VARIANT, { units: reserved }]]),
    stock: someSettings({ stock }).stock,
  });
  return { writes: writes.map(({ sum }) => sum.published), falls: falls.map(({ sum }) => sum.published), uncounted: uncounted.map(({ sum }) => sum.published), confirmed, known };
};

describe('a level that BigCommerce shows', () => {
  it.each<[string, Given, object]>([
    ['is written where it differs', { level: { onHand: 3 } }, { writes: [12] }],
    ['is written where nobody knows it', { level: null }, { writes: [12] }],
    ['is written where it looks right but a hint says that it moved', { level: { onHand: 12, isStale: true } }, { writes: [12] }],
    ['allows for what orders hold back, where those are taken from', { level: { onHand: 3 }, reserved: 2 }, { writes: [10] }],
    ['allows for no order elsewhere', { level: { onHand: 3 }, reserved: 2, isDefault: false }, { writes: [12] }],
    ['allows for the buffer of the product', { level: { onHand: 3 }, stock: { bufferByProduct: { '812': { kind: 'units', value: 5 } } } }, { writes: [7] }],
    ['that is above zero falls to it only with a person’s yes', { level: { onHand: 3 }, available: 0 }, { falls: [0] }],
    ['that is above zero falls to it once a person said yes', { level: { onHand: 3, isApproved: true }, available: 0 }, { writes: [0] }],
    ['that is below zero is written as zero', { level: { onHand: -2 }, available: 0 }, { writes: [0] }],
    ['that was zero is written as zero again where a hint says that it moved', { level: { onHand: 0, isStale: true }, available: 0 }, { writes: [0] }],
    ['that nobody told of may fall where BigCommerce counts', { level: { onHand: null }, available: 0 }, { falls: [0] }],
    ['that was sent to Hike falls to nothing only once somebody counted there', { level: { onHand: 3 }, available: 0, isFromStore: true }, { uncounted: [0] }],
    ['that was sent to Hike and sold there uncounted does not fall either', { level: { onHand: 3 }, available: -1, isFromStore: true }, { uncounted: [0] }],
    ['that was sent to Hike may fall to what is kept back', { level: { onHand: 3 }, available: 4, isFromStore: true, stock: { bufferByProduct: { '812': { kind: 'units', value: 5 } } } }, { falls: [0] }],
    ['that was sent to Hike and counted there may fall', { level: { onHand: 3, written: 3 }, available: 0, isFromStore: true }, { falls: [0] }],
    ['that was sent to Hike is written where Hike counts', { level: { onHand: 3 }, available: 12, isFromStore: true }, { writes: [12] }],
    ['that was sent to Hike falls once a person said yes', { level: { onHand: 3, isApproved: true }, available: 0, isFromStore: true }, { writes: [0] }],
    ['that nobody told of does not fall where BigCommerce does not count', { level: { onHand: null }, available: 0, isCounted: false }, { writes: [0] }],
  ])('%s', (_, given, expected) => {
    const { writes, falls, uncounted, confirmed } = planned(given);
    expect({ writes, falls, uncounted, confirmed }).toEqual({ writes: [], falls: [], uncounted: [], confirmed: [], ...expected });
  });

  const RIGHT = { onHand: 12, written: 12, writtenReserve: 0 };

  it('is left alone where it is right and remembered so', () => {
    expect(planned({ level: RIGHT })).toMatchObject({ writes: [], falls: [], confirmed: [] });
  });

  it.each<Partial<SeenLevel>>([{ written: 11 }, { written: null }, { writtenReserve: 1 }, { heldSince: NOW }, { isApproved: true }])('is remembered anew where it is right but remembered as %j', (change) => {
    const { writes, confirmed, known } = planned({ level: { ...RIGHT, ...change } });
    expect([writes, confirmed]).toEqual([[], [{ ...known, written: 12, writtenReserve: 0, heldSince: null, isApproved: false }]]);
  });

  it('is left alone where Hike has no count, and waits for nobody any more', () => {
    expect(planned({ available: null, level: { onHand: 3 } })).toMatchObject({ writes: [], falls: [], confirmed: [] });
    const { confirmed, known } = planned({ available: null, level: { onHand: 3, heldSince: NOW } });
    expect(confirmed).toEqual([{ ...known, heldSince: null }]);
  });
});
