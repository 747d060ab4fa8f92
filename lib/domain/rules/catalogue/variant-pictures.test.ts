import { describe, expect, it } from 'vitest';
import { VariantId } from '../../ids';
import { aHikeProduct, aHikeTee } from '../../testing/a-hike-product';
import { aStoreTee } from '../../testing/a-store-product';
import type { WantedImage } from './image-steps';
import { variantPictureSteps } from './variant-pictures';

/** Of two sizes; the first picture of the product is the main one. */
const tee = (small: string[], medium: string[] = []) => {
  const variants = aHikeTee().variants.map((variant, index) => ({ ...variant, images: (index === 0 ? small : medium).map((key) => ({ key, url: `https://img.example/${key}`, isPrimary: false })) }));
  return aHikeTee({ variants });
};
const [S, M] = [191, 192].map((id) => VariantId.parse(id)) as [VariantId, VariantId];
const pairs = aHikeTee().variants.map(({ id }, index) => ({ hikeId: id, variantId: index === 0 ? S : M }));
const fetched: WantedImage[] = [...'mabc'].map((key) => ({ key, url: `https://img.example/${key}`, content: `content ${key}`, isPrimary: key === 'm' }));
const ours = (key: string, variantId = S) => ({ variantId, content: `content ${key}`, url: `https://cdn.example/x/${variantId}_${key}.jpg` });
const showing = (imageUrl: string) => ({ variants: aStoreTee().variants.map((variant) => (variant.id === S ? { ...variant, imageUrl } : variant)) });

const steps = (product: ReturnType<typeof tee>, given: { sent?: ReturnType<typeof ours>[]; imageUrl?: string; decides?: boolean } = {}) =>
  variantPictureSteps(product, { store: showing(given.imageUrl ?? ''), pairs, sent: given.sent ?? [], fetched, decides: given.decides ?? true }).map(({ variantId, picture: { key } }) => [variantId, key]);

describe('variantPictureSteps', () => {
  it.each<[string, Parameters<typeof steps>, [VariantId, string][]]>([
    ['gives each variant its first picture', [tee(['a', 'c'], ['b'])], [[S, 'a'], [M, 'b']]],
    ['gives nothing where Hike has none', [tee([])], []],
    ['gives nothing again', [tee(['a']), { sent: [ours('a')], imageUrl: ours('a').url }], []],
    ['gives another one that Hike has since', [tee(['b']), { sent: [ours('a')], imageUrl: ours('a').url }], [[S, 'b']]],
    ['waits with one that cannot be had', [tee(['x']), { sent: [ours('a')], imageUrl: ours('a').url }], []],
    ['shows the main one where ours is gone from Hike', [tee([]), { sent: [ours('a')], imageUrl: ours('a').url }], [[S, 'm']]],
    ['knows ours under another host and stamp', [tee([]), { sent: [ours('a')], imageUrl: 'https://cdn2.example/191_a.jpg?c=1' }], [[S, 'm']]],
    ['leaves what somebody gave it instead of ours that is gone', [tee([]), { sent: [ours('a')], imageUrl: 'https://cdn.example/own.jpg' }], []],
    ['leaves what somebody gave it while Hike has none', [tee([]), { imageUrl: 'https://cdn.example/own.jpg' }], []],
    ['overwrites somebody’s where Hike owns images', [tee(['a']), { imageUrl: 'https://cdn.example/own.jpg' }], [[S, 'a']]],
    ['never overwrites where BigCommerce does', [tee(['a']), { imageUrl: 'https://cdn.example/own.jpg', decides: false }], []],
    ['fills what shows none where BigCommerce owns images', [tee(['a']), { decides: false }], [[S, 'a']]],
    ['does not bring back what somebody took away where BigCommerce owns images', [tee(['a']), { sent: [ours('a')], decides: false }], []],
    ['changes nothing of ours where BigCommerce owns images', [tee([]), { sent: [ours('a')], imageUrl: ours('a').url, decides: false }], []],
  ])('%s', (_, given, expected) => {
    expect(steps(...given)).toEqual(expected);
  });

  it('has none for a product without options', () => {
    const single = aHikeProduct();
    expect(variantPictureSteps(single, { store: showing(''), pairs, sent: [], fetched, decides: true })).toEqual([]);
  });
});
