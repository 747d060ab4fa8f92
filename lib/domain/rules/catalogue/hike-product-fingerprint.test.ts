import { describe, expect, it } from 'vitest';
import { aHikeProduct, aHikeTee, aHikeVariant, anOutletLevel } from '../../testing/a-hike-product';
import { hikeImageParts, hikeProductParts, hikeStockParts } from './hike-product-fingerprint';

const withLevel = (change: Parameters<typeof anOutletLevel>[0]) => aHikeProduct({ variants: [aHikeVariant({ levels: [anOutletLevel(change)] })] });
const withImage = (url: string, key = 'a') => aHikeProduct({ images: [{ key, url, isPrimary: true }] });

describe('hikeProductParts', () => {
  it.each([
    ['touched', aHikeProduct({ modifiedAt: null })],
    ['sold', withLevel({ onHand: 0, available: 0 })],
    ['bought at another cost', withLevel({ cost: '8' })],
    ['priced in another spelling', withLevel({ priceIncTax: '22.0000' })],
  ])('stays the same when a product was only %s', (_, product) => {
    expect(hikeProductParts(product)).toBe(hikeProductParts(aHikeProduct()));
  });

  it.each([
    ['name', aHikeProduct({ name: 'Tote' })],
    ['price', withLevel({ priceIncTax: '23' })],
    ['tax', withLevel({ taxId: 1 })],
    ['channel', aHikeProduct({ isOnline: false })],
    ['tracking', aHikeProduct({ tracksStock: false })],
    ['SKU', aHikeProduct({ variants: [aHikeVariant({ sku: 'T' })] })],
    ['description', aHikeProduct({ description: '<p>Light</p>' })],
    ['brand', aHikeProduct({ brand: 'Bolt' })],
    ['type', aHikeProduct({ types: [{ id: 4, name: 'Bags' }] })],
    ['type’s name', aHikeProduct({ types: [{ id: 3, name: 'Sacks' }] })],
    ['tags', aHikeProduct({ tags: ['gift'] })],
    ['SEO', aHikeProduct({ seo: { title: 'Tote', description: '', keywords: '' } })],
    ['absence of a price', withLevel({ priceIncTax: null })],
    ['pictures', withImage('https://img.example/1.jpg')],
  ])('changes with the %s', (_, product) => {
    expect(hikeProductParts(product)).not.toBe(hikeProductParts(aHikeProduct()));
  });

  it('does not look at the order of rows', () => {
    const rows = { types: [{ id: 3, name: 'Bags' }, { id: 4, name: 'Sale' }], tags: ['a', 'b'], variants: [aHikeVariant({ levels: [anOutletLevel(), anOutletLevel({ outletId: 2 })] })] };
    const reversed = { types: rows.types.toReversed(), tags: rows.tags.toReversed(), variants: [aHikeVariant({ levels: [anOutletLevel({ outletId: 2 }), anOutletLevel()] })] };
    expect(hikeProductParts(aHikeProduct(reversed))).toBe(hikeProductParts(aHikeProduct(rows)));
    expect(hikeStockParts(aHikeTee({ variants: aHikeTee().variants.toReversed() }))).toBe(hikeStockParts(aHikeTee()));
    expect(hikeProductParts(aHikeTee({ variants: aHikeTee().variants.toReversed() }))).toBe(hikeProductParts(aHikeTee()));
  });
});

describe('hikeImageParts', () => {
  const tee = (small: string[], medium: string[]) =>
    aHikeTee({ variants: aHikeTee().variants.map((variant, index) => ({ ...variant, images: (index === 0 ? small : medium).map((key) => ({ key, url: `https://img.example/${key}`, isPrimary: false })) })) });

  it('tells which variant has which picture', () => {
    expect(hikeImageParts(tee(['a'], []))).not.toBe(hikeImageParts(tee([], ['a'])));
    expect(hikeImageParts(tee(['a', 'b'], []))).not.toBe(hikeImageParts(tee(['a'], ['b'])));
  });

  it('is what it was before for a product whose variants have none', () => {
    expect(hikeImageParts(withImage('https://img.example/1.jpg?stamp'))).toBe('[["a","https://img.example/1.jpg",true]]');
  });
});

describe('hikeStockParts', () => {
  it('changes with a count alone', () => {
    expect(hikeStockParts(withLevel({ available: 110_000 }))).not.toBe(hikeStockParts(aHikeProduct()));
    expect(hikeStockParts(aHikeProduct({ name: 'Tote' }))).toBe(hikeStockParts(aHikeProduct()));
  });

  it('tells no record from none in stock', () => {
    expect(hikeStockParts(withLevel({ available: null }))).not.toBe(hikeStockParts(withLevel({ available: 0 })));
  });
});

describe('hikeImageParts', () => {
  it('looks past a signature in the address, but not past another picture', () => {
    expect(hikeImageParts(withImage('https://img.example/1.jpg?sig=b'))).toBe(hikeImageParts(withImage('https://img.example/1.jpg?sig=a')));
    expect(hikeImageParts(withImage('https://img.example/2.jpg'))).not.toBe(hikeImageParts(withImage('https://img.example/1.jpg')));
    expect(hikeImageParts(withImage('https://img.example/1.jpg', 'b'))).not.toBe(hikeImageParts(withImage('https://img.example/1.jpg')));
  });
});
