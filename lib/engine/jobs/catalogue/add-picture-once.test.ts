import { describe, expect, it } from 'vitest';
import { HikeProductId, type ImageId, ProductId } from '../../../domain/ids';
import { aStoreProduct } from '../../../domain/testing/a-store-product';
import { LeaseLost, RefusedByVendor, TransientFailure, UnknownOutcome } from '../../ports/failures';
import type { Intent } from '../../ports/tables';
import { NOW } from '../../testing/create-test-context';
import { addPictureOnce, wereSentAlone } from './add-picture-once';
import { aPicture, at, contentAt, pictureShop } from './testing/picture-shop';

const image = (id: number, position: number) => ({ id: id as ImageId, position, isThumbnail: false });

/** `a` is to be added at place 2 of a product whose picture 11 is ours. */
const adding = async ({ state, there = [11] }: { state?: Intent['state']; there?: (number | [number, number])[] } = {}) => {
  const images = there.map((one) => (typeof one === 'number' ? image(one, 0) : image(...one)));
  const shop = await pictureShop({ store: aStoreProduct({ images }), ours: { 11: 'old' } });
  const { context, database: { tables }, storeHash, place } = shop;
  const intent = { kind: 'image', key: `812:${contentAt('a')}` } as const;
  if (state !== undefined) await tables.intents.save(storeHash, { ...intent, reference: '111', state, remoteId: null, looks: 0, updatedAt: NOW });
  return {
    ...shop,
    add: (...stored: number[]) =>
      addPictureOnce(context, shop.own, { ...place, picture: aPicture('a'), content: contentAt('a'), position: 2, isThumbnail: false, stored: stored as ImageId[] }),
    intent: () => tables.intents.find(storeHash, intent.kind, intent.key),
  };
};

describe('a picture that is added', () => {
  it('is kept as ours with the others, and nothing of it is open any more', async () => {
    const { add, kept, added, intent, commits, vendors } = await adding();
    expect(await add()).toBeNull();
    expect(added()).toEqual(['a']);
    expect(vendors.addedImages).toMatchObject([{ productId: 111, draft: { position: 2, isThumbnail: false } }]);
    expect(await kept()).toEqual([[11, 'old', 0], [11_150, 'a', 2]]);
    expect(await intent()).toEqual({ kind: 'image', key: `812:${contentAt('a')}`, reference: '111', state: 'done', remoteId: null, looks: 0, updatedAt: NOW });
    expect(commits).toEqual(['picture-intent-saved', 'pictures-kept']);
  });

  it.each<[string, () => Error, Intent['state']]>([
    ['says that nothing was done', () => new TransientFailure('503'), 'refused'],
    ['is a refusal of the call', () => new RefusedByVendor({ side: 'bigcommerce', status: 422, reason: 'no' }), 'refused'],
    ['is lost', () => new UnknownOutcome('cut'), 'sending'],
    ['is not heard by a process that was killed', () => new LeaseLost('killed'), 'sending'],
  ])('may be there already or not when the answer %s', async (_, error, state) => {
    const { add, vendors, intent } = await adding();
    vendors.onCall = (moment) => {
      if (moment === 'catalogue.addImage') throw error();
    };
    await expect(add()).rejects.toThrow();
    expect(await intent()).toMatchObject({ state });
  });

  it('is not there where it is refused, which is told', async () => {
    const { add, vendors, intent, kept, commits } = await adding();
    for (const set of [vendors.unreachable, vendors.unwelcome]) set.add(at('a'));
    expect(await add()).toMatchObject({ code: 'refused-by-bigcommerce' });
    expect([(await intent())?.state, await kept()]).toEqual(['refused', [[11, 'old', 0]]]);
    expect(commits).toEqual(['picture-intent-saved', 'picture-refused']);
  });
});

describe('a picture that may have been added before', () => {
  it.each<[string, (number | [number, number])[], number[], number | null]>([
    ['the stranger at its place', [11, [12, 0], [13, 2], [14, 3]], [], 13],
    ['any stranger where none is at its place', [11, [12, 7], [13, 8]], [], 12],
    ['none that was there before', [11, [12, 2], [13, 5]], [12], 13],
    ['none of ours', [[11, 2], [12, 5]], [], 12],
    ['none where there is none', [11, [12, 2]], [12], null],
  ])('is %s', async (_, there, stored, found) => {
    const { add, added, kept, intent, vendors } = await adding({ state: 'sending', there });
    expect(await add(...stored)).toBeNull();
    expect(added()).toEqual(found === null ? ['a'] : []);
    expect((await kept()).at(-1)).toEqual([found ?? 11_150, 'a', 2]);
    expect(await intent()).toMatchObject({ state: 'done' });
    expect(vendors.calls[0]).toBe('catalogue.byIds');
  });

  it('is sent again where BigCommerce tells of no such product', async () => {
    const { add, added, vendors } = await adding({ state: 'sending' });
    vendors.unlistedInStore.add(111);
    await add();
    expect(added()).toEqual(['a']);
  });

  it.each<Intent['state']>(['refused', 'done'])('is not looked for where it was %s', async (state) => {
    const { add, added, vendors } = await adding({ state, there: [11, [12, 2]] });
    await add();
    expect([added(), vendors.calls]).toEqual([['a'], ['catalogue.addImage']]);
  });
});

describe('whether pictures were sent to a product one by one', () => {
  it.each<[string, string, string[], boolean]>([
    ['where one of them was', '111', ['x', 'a', 'y'], true],
    ['not where none of them was', '111', ['x', 'y'], false],
    ['not where it went to another product', '112', ['a'], false],
  ])('shows %s', async (_, reference, names, expected) => {
    const { context, database: { tables }, storeHash, place } = await adding();
    for (const [name, own] of [['a', reference], ['y', '112']] as const) {
      await tables.intents.save(storeHash, { kind: 'image', key: `812:${contentAt(name)}`, reference: own, state: 'refused', remoteId: null, looks: 0, updatedAt: NOW });
    }
    expect(await wereSentAlone(context, { ...place, contents: names.map(contentAt) })).toBe(expected);
    expect(await wereSentAlone(context, { hikeId: HikeProductId.parse(7), productId: ProductId.parse(111), contents: names.map(contentAt) })).toBe(false);
  });
});
