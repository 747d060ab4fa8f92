import { describe, expect, it } from 'vitest';
import { problem } from '../../../domain/problems';
import { addPicture } from './add-picture';
import { aPicture, at, pictureShop } from './testing/picture-shop';

describe('a picture that BigCommerce cannot fetch', () => {
  const place = { picture: aPicture('a'), position: 0, isThumbnail: true };
  const sending = async () => {
    const shop = await pictureShop();
    return { ...shop, send: (picture = place.picture) => addPicture(shop.context, shop.place.productId, { ...place, picture }) };
  };

  it('is sent as a file', async () => {
    const { send, vendors } = await sending();
    vendors.unreachable.add(at('a'));
    expect(await send()).toBe(11_150);
    expect(vendors.addedImages).toMatchObject([{ draft: { source: { kind: 'file', name: 'a.jpg', type: 'image/jpeg' }, position: 0, isThumbnail: true } }]);
  });

  it('is not sent where Hike has it no longer', async () => {
    const { send, vendors } = await sending();
    vendors.unreachable.add(at('a'));
    vendors.pictures.set(at('a'), null);
    expect(await send()).toEqual(problem('image-unreachable', { url: at('a') }));
    expect(vendors.calls.filter((name) => name === 'catalogue.addImage')).toHaveLength(1);
  });

  it.each([
    [255, 'url'],
    [256, 'file'],
  ])('for its address has %i characters is sent as a %s', async (length, kind) => {
    const { send, vendors } = await sending();
    const url = `https://pics.example/${'x'.repeat(length - 21)}`;
    expect(url).toHaveLength(length);
    await send({ ...place.picture, url });
    expect(vendors.addedImages).toMatchObject([{ draft: { source: { kind } } }]);
  });

  it.each([
    ['image/png', 'png'],
    ['image/svg+xml', 'svgxml'],
    ['application/image/x', 'applicationimagex'],
  ])('is a file named after its kind, %s', async (type, extension) => {
    const { send, vendors } = await sending();
    vendors.unreachable.add(at('a'));
    vendors.pictureTypes.set(at('a'), type);
    await send();
    expect(vendors.addedImages).toMatchObject([{ draft: { source: { name: `a.${extension}`, type } } }]);
  });
});

describe('a picture that BigCommerce refuses', () => {
  it.each([
    [problem('refused-by-bigcommerce', { message: 'Too dark.' }), problem('refused-by-bigcommerce', { message: `the picture ${at('a')}: Too dark.` })],
    [problem('refused-by-bigcommerce', {}), problem('refused-by-bigcommerce', { message: `the picture ${at('a')}: ` })],
    [problem('product-name-taken', { product: 'Tote' }), problem('product-name-taken', { product: 'Tote' })],
  ])('is not tried as a file, and is told by its address where the words are BigCommerce’s own', async (refusal, expected) => {
    const { context, place } = await pictureShop();
    let calls = 0;
    context.bigcommerce.catalogue.addImage = async () => ((calls += 1), { kind: 'refused', problem: refusal });
    expect(await addPicture(context, place.productId, { picture: aPicture('a'), position: 0, isThumbnail: true })).toEqual(expected);
    expect(calls).toBe(1);
  });
});
