import { describe, expect, it } from 'vitest';
import { aHikeProduct, aHikeVariant } from '../../testing/a-hike-product';
import { imagesOfProduct } from './images-of-product';

const image = (key: string, isPrimary = false) => ({ key, url: `https://img.example/${key}.jpg`, isPrimary });
const told = (...images: ReturnType<typeof imagesOfProduct>) => images.map(({ key, isPrimary }) => `${key}${isPrimary ? ' primary' : ''}`);

describe('imagesOfProduct', () => {
  it('has the product’s pictures first, then those of its variants, each once', () => {
    const variants = [aHikeVariant({ images: [image('c', true), image('a')] }), aHikeVariant({ id: 813, images: [image('d')] })];
    expect(told(...imagesOfProduct(aHikeProduct({ images: [image('a'), image('b', true)], variants })))).toEqual(['a', 'b primary', 'c', 'd']);
  });

  it('has one primary picture at most, and never a variant’s', () => {
    expect(told(...imagesOfProduct(aHikeProduct({ images: [image('a', true), image('b', true)] })))).toEqual(['a primary', 'b']);
    expect(told(...imagesOfProduct(aHikeProduct({ images: [image('a')], variants: [aHikeVariant({ images: [image('c', true)] })] })))).toEqual(['a', 'c']);
  });
});
