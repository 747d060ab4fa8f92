import { describe, expect, it } from 'vitest';
import { aHikeProduct } from '../../../domain/testing/a-hike-product';
import { aStoreProduct } from '../../../domain/testing/a-store-product';
import type { Intent } from '../../ports/tables';
import { NOW } from '../../testing/create-test-context';
import { completePictures, placeOf } from './complete-pictures';
import { aPicture, at, contentAt, pictureShop, showing } from './testing/picture-shop';

const LONG = 'x'.repeat(250);

interface Given {
  /** Hike's pictures. */
  wants: string[];
  /** Those of the product that BigCommerce made. */
  there: number[];
  /** Kept as ours before a kill. */
  ours?: Record<number, string>;
  isNew?: boolean;
  /** Those that were sent by themselves before, and how that ended. */
  alone?: Record<string, Intent['state']>;
}

const completing = async ({ wants, there, ours = {}, isNew = false, alone = {} }: Given) => {
  const store = aStoreProduct({ images: there.map((id, position) => ({ id, position, isThumbnail: false })) });
  const shop = await pictureShop({ product: aHikeProduct({ images: showing(...wants) }), store, ours });
  for (const [name, state] of Object.entries(alone)) {
    const reference = String(store.id);
    await shop.database.tables.intents.save(shop.storeHash, { kind: 'image', key: `812:${contentAt(name)}`, reference, state, remoteId: null, looks: 0, updatedAt: NOW });
  }
  return {
    ...shop,
    complete: async () => {
      const pictures = wants.map((name, index) => aPicture(name, index === 0));
      const { store: after, images, refusals } = await completePictures(shop.context, shop.create, { store, isNew, pictures });
      return { after: after.images, ours: images.map(({ imageId, key, position }) => [Number(imageId), key, position]), refusals };
    },
  };
};

describe('the pictures of a product that was created', () => {
  it.each<[string, Given, unknown[], string[]]>([
    ['are those that the call brought, the oldest first', { wants: ['a', 'b'], there: [9, 10], isNew: true }, [[9, 'a', 0], [10, 'b', 1]], []],
    ['are those that the call brought, in whatever order BigCommerce tells of them', { wants: ['a', 'b'], there: [100, 9], isNew: true }, [[9, 'a', 0], [100, 'b', 1]], []],
    ['are added where the call brought none', { wants: ['a', 'b'], there: [], isNew: true }, [[11_150, 'a', 0], [11_151, 'b', 1]], ['a', 'b']],
    ['follow as files where their address is too long, behind those that came with the call', { wants: [LONG, 'b'], there: [9], isNew: true }, [[9, 'b', 1], [11_150, LONG, 0]], [`${LONG}.jpg`]],
    ['are found after a kill', { wants: ['a', 'b'], there: [9, 10] }, [[9, 'a', 0], [10, 'b', 1]], []],
    ['are those that were kept, and those that came besides', { wants: ['a', 'b', 'c'], there: [9, 10, 12], ours: { 10: 'b' } }, [[10, 'b', 0], [9, 'a', 0], [12, 'c', 2]], []],
    ['are added where one was sent by itself, which says that the call brought none', { wants: ['a', 'b'], there: [9], alone: { b: 'refused' } }, [[11_150, 'a', 0], [11_151, 'b', 1]], ['a', 'b']],
    ['came with the call where only one of a long address was sent by itself', { wants: ['a', LONG], there: [9], alone: { [LONG]: 'refused' } }, [[9, 'a', 0], [11_150, LONG, 1]], [`${LONG}.jpg`]],
    ['came with the call of a product that was made just now, whatever was sent before', { wants: ['a'], there: [9], isNew: true, alone: { a: 'refused' } }, [[9, 'a', 0]], []],
    ['of a product that was made just now are none that were kept before', { wants: ['a'], there: [9], isNew: true, ours: { 8: 'a' } }, [[9, 'a', 0]], []],
  ])('%s', async (_, given, expected, sent) => {
    const { complete, added } = await completing(given);
    const { ours, refusals } = await complete();
    expect([ours, refusals, added()]).toEqual([expected, [], sent]);
  });

  it('are shown as BigCommerce has them afterwards, the primary one in its lists', async () => {
    const { complete } = await completing({ wants: ['a', 'b'], there: [9], isNew: true });
    expect((await complete()).after).toEqual([{ id: 9, position: 0, isThumbnail: true }, { id: 11_150, position: 1, isThumbnail: false }]);
  });

  it('leave lists as they are where the primary one is refused, which is told', async () => {
    const { complete, vendors } = await completing({ wants: [LONG, 'b'], there: [9], isNew: true });
    vendors.unwelcome.add(at(LONG));
    const { after, refusals } = await complete();
    expect(after).toEqual([{ id: 9, position: 1, isThumbnail: false }]);
    expect(refusals).toMatchObject([{ code: 'refused-by-bigcommerce' }]);
  });

  it('may have been sent before: of a product that was made just now none is taken that it had at once', async () => {
    const { complete, added } = await completing({ wants: [LONG], there: [9], isNew: true, alone: { [LONG]: 'sending' } });
    expect([(await complete()).ours, added()]).toEqual([[[11_150, LONG, 0]], [`${LONG}.jpg`]]);
  });

  it('may have been sent before: after a kill the one that nobody has told of is taken', async () => {
    const { complete, added } = await completing({ wants: ['a', LONG], there: [9, 10], ours: { 9: 'a' }, alone: { [LONG]: 'sending' } });
    expect([(await complete()).ours, added()]).toEqual([[[9, 'a', 0], [10, LONG, 1]], []]);
  });
});

it('has Hike’s order and its primary picture as what lists show', () => {
  const [a, b] = [aPicture('a'), aPicture('b', true)];
  expect([a, b].map((one) => placeOf(one, [a, b]))).toEqual([{ position: 0, isThumbnail: false }, { position: 1, isThumbnail: true }]);
});
