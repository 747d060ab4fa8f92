import { expect, it } from 'vitest';
import { ProductId } from '../../domain/ids';
import { scriptedBigCommerce } from './testing/scripted-bigcommerce';

const product = ProductId.parse(118);
const image = (name: string, change: object = {}) => ({
  id: name.charCodeAt(0), is_thumbnail: false, sort_order: 0, url_zoom: `https://cdn.example/${name}.1280.jpg`, url_standard: `https://cdn.example/${name}.386.jpg`, url_thumbnail: `https://cdn.example/${name}.220.jpg`,
  ...change,
});

it('has the largest address of each picture, the shop’s first one first', async () => {
  const { bigcommerce, sent } = scriptedBigCommerce(() => ({ body: { data: [image('b', { sort_order: 2 }), image('c', { sort_order: 3, is_thumbnail: true }), image('a', { sort_order: 1, url_zoom: '' })] } }));
  expect(await bigcommerce.catalogue.listImages(product)).toEqual([
    { id: 99, position: 3, url: 'https://cdn.example/c.1280.jpg' },
    { id: 97, position: 1, url: 'https://cdn.example/a.386.jpg' },
    { id: 98, position: 2, url: 'https://cdn.example/b.1280.jpg' },
  ]);
  expect(sent.map(({ url }) => url.split('?')[0])).toEqual(['/stores/abc123/v3/catalog/products/118/images']);
});

it('has a picture without an address as such, and none of a product without any', async () => {
  const bare = { url_zoom: null, url_standard: undefined, url_thumbnail: 'no address' };
  expect(await scriptedBigCommerce(() => ({ body: { data: [image('a', bare)] } })).bigcommerce.catalogue.listImages(product)).toEqual([{ id: 97, position: 0, url: null }]);
  expect(await scriptedBigCommerce(() => ({ status: 204 })).bigcommerce.catalogue.listImages(product)).toEqual([]);
});
