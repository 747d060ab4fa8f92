import { describe, expect, it } from 'vitest';
import type { FieldOwner } from '../../../domain/catalogue-words';
import type { ImageId } from '../../../domain/ids';
import { problem } from '../../../domain/problems';
import { aHikeProduct } from '../../../domain/testing/a-hike-product';
import { aStoreProduct } from '../../../domain/testing/a-store-product';
import { changePictures } from './change-pictures';
import { at, pictureShop, showing } from './testing/picture-shop';

const bag = (thumbnail: number | null, ...ids: number[]) => aStoreProduct({ images: ids.map((id, position) => ({ id, position, isThumbnail: id === thumbnail })) });
const tote = (...names: string[]) => aHikeProduct({ images: showing(...names) });

interface Given {
  shows: string[];
  ours?: Record<number, string>;
  thumbnail?: number | null;
  others?: number[];
  owner?: FieldOwner;
}

/** Hike shows these pictures; BigCommerce has those of them from us that `ours` names, and the others from somebody else. */
const changing = async ({ shows, ours = {}, thumbnail = 11, others = [], owner = 'hike' }: Given) => {
  const shop = await pictureShop({ product: tote(...shows), store: bag(thumbnail, ...Object.keys(ours).map(Number), ...others), ours, owner });
  for (const id of others) shop.vendors.storePictures.set(`https://cdn.example/${id}.jpg`, null);
  return { ...shop, change: () => changePictures(shop.context, shop.update, []) };
};

type Shop = Awaited<ReturnType<typeof changing>>;
const unwelcome = (name: string) => ({ vendors }: Shop) => void [vendors.unreachable, vendors.unwelcome].map((set) => set.add(at(name)));
const stay = ({ context }: Shop) => {
  context.bigcommerce.catalogue.changeImage = async () => ({ kind: 'refused', problem: problem('refused-by-bigcommerce', { message: 'Not there.' }) });
};

describe('a product’s pictures', () => {
  it.each<[string, Given, (shop: Shop) => void, boolean]>([
    ['nothing differs', { shows: ['a'], ours: { 11: 'a' } }, () => undefined, false],
    ['one was added', { shows: ['a', 'b'], ours: { 11: 'a' } }, () => undefined, true],
    ['one was removed', { shows: ['a'], ours: { 11: 'a', 12: 'b' } }, () => undefined, true],
    ['one was moved', { shows: ['b', 'a'], ours: { 11: 'a', 12: 'b' }, thumbnail: 12 }, () => undefined, true],
    ['none could be added', { shows: ['a', 'b'], ours: { 11: 'a' } }, unwelcome('b'), false],
    ['none could be moved', { shows: ['b', 'a'], ours: { 11: 'a', 12: 'b' }, thumbnail: 12 }, stay, false],
    ['one was added and none could be moved', { shows: ['c', 'b', 'a'], ours: { 11: 'a', 12: 'b' }, thumbnail: 12 }, stay, true],
  ])('have changed or not when %s', async (_, given, spoil, isChanged) => {
    const shop = await changing(given);
    spoil(shop);
    expect((await shop.change()).isChanged).toBe(isChanged);
  });

  it.each<[string, Given, (shop: Shop) => void, number | null]>([
    ['the primary one where Hike decides', { shows: ['b', 'a'], ours: { 11: 'a', 12: 'b' } }, () => undefined, 12],
    ['the primary one where it was added', { shows: ['b', 'a'], ours: { 11: 'a' } }, () => undefined, 11_150],
    ['as it was where the primary one was refused', { shows: ['b', 'a'], ours: { 11: 'a' } }, unwelcome('b'), null],
    ['as it was where Hike has none', { shows: [], ours: { 11: 'a' } }, () => undefined, null],
    ['as it was where Hike does not decide', { shows: ['b', 'a'], ours: { 11: 'a', 12: 'b' }, owner: 'bigcommerce' }, () => undefined, null],
    ['as it was where Hike does not decide and another one was added', { shows: ['a', 'b'], ours: { 11: 'a' }, owner: 'bigcommerce' }, () => undefined, null],
    ['the primary one where creation missed it', { shows: ['b', 'c', 'a'], ours: { 11: 'a' }, owner: 'bigcommerce' }, () => undefined, 11_150],
  ])('leave as what BigCommerce shows in lists %s', async (_, given, spoil, thumbnailId) => {
    const shop = await changing(given);
    spoil(shop);
    expect((await shop.change()).thumbnailId).toBe(thumbnailId);
  });

  it('are known with the places that they were moved to', async () => {
    const { change, kept } = await changing({ shows: ['c', 'a', 'b'], ours: { 11: 'a', 12: 'b', 13: 'c' } });
    const { images } = await change();
    expect(await kept()).toEqual([[13, 'c', 2], [11, 'a', 3], [12, 'b', 4]]);
    expect(images.map(({ imageId, position }) => [imageId, position])).toEqual([[11, 3], [12, 4], [13, 2]]);
  });

  it('are known at their old places where one only becomes what lists show', async () => {
    const { change, kept, vendors } = await changing({ shows: ['a', 'b'], ours: { 11: 'a', 12: 'b' }, thumbnail: 12 });
    await change();
    expect(await kept()).toEqual([[11, 'a', 0], [12, 'b', 1]]);
    expect(vendors.storeProducts.get(111)?.images).toMatchObject([{ id: 11, position: 0, isThumbnail: true }, { id: 12, position: 1 }]);
  });

  it('are known at their old places where BigCommerce does not move them, which is told', async () => {
    const shop = await changing({ shows: ['b', 'a'], ours: { 11: 'a', 12: 'b' } });
    stay(shop);
    const refusal = problem('refused-by-bigcommerce', { message: 'Not there.' });
    expect((await shop.change()).missed).toEqual([refusal, refusal]);
    expect(await shop.kept()).toEqual([[11, 'a', 0], [12, 'b', 1]]);
  });

  it('are no longer known as ours once they are removed', async () => {
    const { change, kept, vendors } = await changing({ shows: ['a'], ours: { 11: 'a', 12: 'b', 13: 'c' } });
    expect((await change()).images.map(({ imageId }) => imageId)).toEqual([11]);
    expect([await kept(), vendors.deletedImages]).toEqual([[[11, 'a', 0]], [12, 13]]);
  });

  it('are neither moved nor removed where Hike does not decide', async () => {
    const { change, writes } = await changing({ shows: ['b', 'a'], ours: { 11: 'a', 12: 'b', 13: 'c' }, owner: 'bigcommerce' });
    await change();
    expect(writes()).toEqual([]);
  });

  it('are known by the key and address that Hike has for them now', async () => {
    const shop = await pictureShop({ product: aHikeProduct({ images: [{ key: 'new', url: at('new'), isPrimary: true }] }), store: bag(11, 11), ours: { 11: 'a' } });
    shop.vendors.pictures.set(at('new'), at('a'));
    const { images } = await changePictures(shop.context, shop.update, []);
    expect(images).toMatchObject([{ imageId: 11, key: 'new', url: at('new') }]);
    expect([await shop.kept(), shop.writes()]).toEqual([[[11, 'new', 0]], []]);
  });
});

describe('a picture that somebody deleted in BigCommerce', () => {
  it('is sent again as what it was, and the lost one is forgotten', async () => {
    const { change, vendors, kept } = await changing({ shows: ['b', 'a'], ours: { 11: 'a', 12: 'b' }, thumbnail: 12 });
    vendors.storeProducts.set(111, bag(12, 12));
    expect(await change()).toMatchObject({ sentAgain: 1, missed: [] });
    expect(vendors.addedImages).toMatchObject([{ draft: { position: 2, isThumbnail: false, source: { url: at('a') } } }]);
    expect(await kept()).toEqual([[12, 'b', 1], [11_150, 'a', 2]]);
  });

  it('keeps its place where it only was to be what lists show', async () => {
    const { change, vendors } = await changing({ shows: ['a', 'b'], ours: { 11: 'a', 12: 'b' }, thumbnail: 12 });
    vendors.storeProducts.set(111, bag(12, 12));
    await change();
    expect(vendors.addedImages).toMatchObject([{ draft: { position: 0, isThumbnail: true, source: { url: at('a') } } }]);
  });
});

describe('a product with as many pictures as BigCommerce holds', () => {
  const full = (count: number) => Array.from({ length: count }, (_, index) => 5_000 + index);

  it('gives up one for each that is added, and none for one that is refused', async () => {
    const shop = await changing({ shows: ['c', 'd'], ours: { 11: 'a', 12: 'b' }, others: full(998) });
    unwelcome('c')(shop);
    const { missed } = await shop.change();
    expect([missed.length, shop.vendors.deletedImages, shop.added()]).toEqual([1, [12], ['d']]);
  });

  it('counts those that were added since BigCommerce was read', async () => {
    const { context, update, vendors, writes } = await pictureShop({ product: tote('b'), store: bag(5_000, ...full(999)), ours: { 11: 'a' } });
    for (const id of full(999)) vendors.storePictures.set(`https://cdn.example/${id}.jpg`, null);
    expect((await changePictures(context, update, [])).isChanged).toBe(true);
    expect(writes()).toEqual(['deleteImage', 'addImage']);
    expect(vendors.deletedImages).toEqual([11 as ImageId]);
  });
});
