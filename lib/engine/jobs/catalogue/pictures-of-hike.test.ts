import { describe, expect, it } from 'vitest';
import type { ImageId } from '../../../domain/ids';
import { problem } from '../../../domain/problems';
import { aHikeProduct } from '../../../domain/testing/a-hike-product';
import { aStoreProduct } from '../../../domain/testing/a-store-product';
import { BrokenContract, TransientFailure } from '../../ports/failures';
import { adoptPictures } from './adopt-pictures';
import { patiently, picturesOf } from './product-pictures';
import { aPicture, at, contentAt, pictureShop, showing } from './testing/picture-shop';

describe('the pictures that Hike shows of a product', () => {
  it('are told with their content, each content once, and those apart that cannot be had', async () => {
    const { context, update, vendors } = await pictureShop({ product: aHikeProduct({ images: showing('a', 'b', 'same', 'gone') }) });
    vendors.pictures.set(at('same'), at('a'));
    vendors.pictures.set(at('gone'), null);
    vendors.pictureTypes.set(at('b'), 'image/png');
    const same = { key: 'same', url: at('same'), content: contentAt('a'), isPrimary: false };
    expect(await picturesOf(context, update)).toEqual({
      wanted: [aPicture('a', true), aPicture('b')],
      fetched: [{ ...aPicture('a', true), type: 'image/jpeg' }, { ...aPicture('b'), type: 'image/png' }, { ...same, type: 'image/jpeg' }],
      missed: [problem('image-unreachable', { url: at('gone') })],
    });
  });

  it('are still wanted where they were sent before and cannot be had now, each by its own key', async () => {
    const { context, update, vendors } = await pictureShop({ product: aHikeProduct({ images: showing('a', 'b') }) });
    for (const name of ['a', 'b']) vendors.pictures.set(at(name), null);
    const sent = [{ key: 'x', content: 'of x' }, { key: 'b', content: 'of b' }];
    expect(await picturesOf(context, update, sent)).toEqual({
      wanted: [{ key: 'b', url: at('b'), content: 'of b', isPrimary: false }],
      fetched: [],
      missed: [problem('image-unreachable', { url: at('a') })],
    });
  });

  it.each<[string, number, () => Error, boolean]>([
    ['waited for where its host does not answer', 6, () => new TransientFailure('503'), false],
    ['gone without in the end', 7, () => new TransientFailure('503'), true],
    ['not gone without for another reason', 7, () => new BrokenContract('hike', 'odd'), false],
  ])('are %s', async (_, attempts, error, isGivenUp) => {
    const { update } = await pictureShop({ attempts });
    const asked = patiently(update.row, at('a'), () => Promise.reject(error()));
    if (isGivenUp) expect(await asked).toEqual(problem('image-unreachable', { url: at('a') }));
    else await expect(asked).rejects.toThrow(error().message);
  });
});

describe('BigCommerce’s own pictures that are equal to Hike’s', () => {
  interface Given {
    wants: string[];
    ours?: Record<number, string>;
    /** What those of BigCommerce show. */
    there: Record<number, string>;
  }

  const adopting = async ({ wants, ours = {}, there }: Given) => {
    const images = Object.keys(there).map((id, position) => ({ id: Number(id), position: position + 5, isThumbnail: false }));
    const shop = await pictureShop({ store: aStoreProduct({ images }), ours });
    for (const [id, name] of Object.entries(there)) shop.vendors.storePictures.set(`https://cdn.example/${id}.jpg`, at(name));
    return {
      ...shop,
      adopt: () => adoptPictures(shop.context, shop.update, { own: shop.own, wanted: wants.map((name) => aPicture(name)) }),
      fetches: () => shop.vendors.calls.filter((name) => name === 'catalogue.fetchImage').length,
    };
  };

  it.each<[string, Given, unknown[], number]>([
    ['become ours with the place that they have', { wants: ['a', 'b'], there: { 11: 'x', 12: 'b' } }, [[12, 'b', 6]], 2],
    ['stay whose they are where ours shows the same', { wants: ['a', 'b'], ours: { 11: 'a' }, there: { 11: 'a', 12: 'a', 13: 'b' } }, [[11, 'a', 0], [13, 'b', 7]], 2],
    ['become ours once, though they show twice', { wants: ['a', 'b'], there: { 11: 'a', 12: 'a' } }, [[11, 'a', 5]], 2],
    ['are looked for no longer than needed', { wants: ['a'], there: { 11: 'a', 12: 'x', 13: 'y' } }, [[11, 'a', 5]], 1],
  ])('%s', async (_, given, expected, looks) => {
    const { adopt, kept, fetches } = await adopting(given);
    await adopt();
    expect([await kept(), fetches()]).toEqual([expected, looks]);
  });

  it('are not asked for where nothing is to be added', async () => {
    const { adopt, vendors } = await adopting({ wants: ['a'], ours: { 11: 'a' }, there: { 11: 'a', 12: 'b' } });
    await adopt();
    expect(vendors.calls).toEqual([]);
  });

  it('lead to no write where there are none', async () => {
    const { adopt, commits } = await adopting({ wants: ['a'], there: { 11: 'x' } });
    await adopt();
    expect(commits).toEqual([]);
  });

  it('end what was open about an add of the same, and are not looked at without an address', async () => {
    const { adopt, context, database: { tables }, storeHash, fetches, commits } = await adopting({ wants: ['a'], there: { 11: 'a', 12: 'a' } });
    context.bigcommerce.catalogue.listImages = async () => [{ id: 11 as ImageId, position: 0, url: null }, { id: 12 as ImageId, position: 1, url: 'https://cdn.example/12.jpg' }];
    await adopt();
    expect([fetches(), commits]).toEqual([1, ['pictures-kept']]);
    expect(await tables.intents.find(storeHash, 'image', `812:${contentAt('a')}`)).toMatchObject({ state: 'done', reference: '111' });
  });
});
