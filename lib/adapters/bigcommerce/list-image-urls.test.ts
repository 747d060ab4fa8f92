import { expect, it } from 'vitest';
import { ProductId } from '../../domain/ids';
import { scriptedBigCommerce } from './testing/scripted-bigcommerce';

const product = ProductId.parse(118);
const image = (name: string, change: object = {}) => ({
  id: 1, is_thumbnail: false, sort_order: 0, url_zoom: `https://cdn.example/${name}.1280.jpg`, url_standard: `https://cdn.example/${name}.386.jpg`, url_thumbnail: `https://cdn.example/${name}.220.jpg`,
  ...change,
});

it('has the largest address of each picture, the shop’s first one first', async () => {
  const { bigcommerce, sent } = scriptedBigCommerce(() => ({ body: { data: [image('b', { sort_order: 2 }), image('c', { sort_order: 3, is_thumbnail: true }), image('a', { sort_order: 1, url_zoom: '' })] } }));
  expect(await bigcommerce.catalogue.listImageUrls(product)).toEqual(['https://cdn.example/c.1280.jpg', 'https://cdn.example/a.386.jpg', 'https://cdn.example/b.1280.jpg']);
  expect(sent.map(({ url }) => url.split('?')[0])).toEqual(['/stores/abc123/v3/catalog/products/118/images']);
});

it('passes over a picture without an address, and has none of a product without any', async () => {
  const bare = { url_zoom: null, url_standard: undefined, url_thumbnail: 'no address' };
  expect(await scriptedBigCommerce(() => ({ body: { data: [image('a', bare)] } })).bigcommerce.catalogue.listImageUrls(product)).toEqual([]);
  expect(await scriptedBigCommerce(() => ({ status: 204 })).bigcommerce.catalogue.listImageUrls(product)).toEqual([]);
});
