import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { picture, TestSandbox } from '../testing/running-sandbox.ts';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await TestSandbox.start();
});
afterEach(() => sandbox.stop());

interface Image {
  id: number;
  is_thumbnail: boolean;
  sort_order: number;
  image_url: string;
  url_standard: string;
  url_zoom: string;
}

interface Refused {
  errors: { invalid_reason?: string; image_url?: string };
}

const PATH = '/v3/catalog/products/77/images';
const at = (name: string) => `${sandbox.app.url}/pictures/${name}`;
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const add = (input: object) => sandbox.call<{ data: Image } & Refused>('POST', PATH, input);
const images = async () => (await sandbox.call<{ data: Image[] }>('GET', PATH)).body.data;
const contents = async () => (await sandbox.control<{ imageContents: { contentHash: string | null }[] }>('GET', '/stores/demo/products/77')).body.imageContents.map((image) => image.contentHash);

test('an image is downloaded from its address, kept by its content, and served again', async () => {
  const { status, body } = await add({ image_url: at('front.png'), description: 'Front' });
  expect(status).toBe(200);
  expect(sandbox.app.downloads).toEqual(['/pictures/front.png']);
  expect(await contents()).toEqual([hashOf(picture('front.png'))]);
  for (const url of [body.data.url_standard, body.data.url_zoom]) {
    const served = await fetch(url);
    expect(served.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await served.arrayBuffer())).toEqual(picture('front.png'));
  }
});

test('a file of a form is the image itself', async () => {
  const { status, body } = await sandbox.upload<{ data: Image }>(PATH, picture('from a form'), { sort_order: '3', is_thumbnail: 'true' });
  expect([status, body.data.sort_order, body.data.is_thumbnail]).toEqual([200, 3, true]);
  expect(await contents()).toEqual([hashOf(picture('from a form'))]);
});

test('what cannot be downloaded, is no image, or is too large is 400 with its reason', async () => {
  sandbox.app.pictures.set('text.png', Buffer.from('<html>no picture</html>'));
  sandbox.app.pictures.set('large.png', picture('large', 8 * 1024 * 1024));
  const wrong = [`${sandbox.app.url.replace(/\d+$/, '1')}/closed.png`, at('text.png'), at('large.png'), `${sandbox.running.urls.controlUrl}/nothing.png`];
  const answers = [];
  for (const url of wrong) answers.push(await add({ image_url: url }));
  expect(answers.map((answer) => [answer.status, typeof answer.body.errors.invalid_reason])).toEqual(wrong.map(() => [400, 'string']));
  expect((await sandbox.upload(PATH, Buffer.from('no picture'))).status).toBe(400);
  expect(await images()).toEqual([]);
});

test('an address of more than 255 characters is refused before anybody asks for it', async () => {
  const { status, body } = await add({ image_url: at(`front.png?${'x'.repeat(255)}`) });
  expect([status, Object.keys(body.errors)]).toEqual([422, ['image_url']]);
  expect(sandbox.app.downloads).toEqual([]);
});

test('a form without a file, even with an address, is 422', async () => {
  const body = new FormData();
  body.set('image_url', at('front.png'));
  const answer = await fetch(`${sandbox.running.urls.bigcommerceUrl}/stores/demo${PATH}`, { method: 'POST', headers: { 'x-auth-token': sandbox.token }, body });
  expect(answer.status).toBe(422);
});

test('images stand in their order; the first is the thumbnail until another is chosen or it goes', async () => {
  const ids = [];
  for (const [name, order] of [['a', 2], ['b', 0], ['c', 1]] as const) ids.push((await add({ image_url: at(name), sort_order: order })).body.data.id);
  const [a, b, c] = ids;
  const shown = async () => (await images()).map((image) => [image.id, image.is_thumbnail]);
  expect(await shown()).toEqual([[b, false], [c, false], [a, true]]);
  await sandbox.call('PUT', `${PATH}/${c}`, { is_thumbnail: true, sort_order: 5 });
  expect(await shown()).toEqual([[b, false], [a, false], [c, true]]);
  await sandbox.call('DELETE', `${PATH}/${c}`);
  expect(await shown()).toEqual([[b, true], [a, false]]);
  const ledger = await sandbox.control<{ kind: string }[]>('GET', '/ledger?side=bigcommerce');
  expect(ledger.body.map((row) => row.kind).filter((kind) => kind.startsWith('image.'))).toEqual(['image.created', 'image.created', 'image.created', 'image.updated', 'image.deleted']);
});

test('a product is created with its images, or refused with the first that cannot be downloaded', async () => {
  const product = { name: 'Cap', type: 'physical', weight: 1, price: 5 };
  const good = await sandbox.call<{ data: { id: number; images: Image[] } }>('POST', '/v3/catalog/products', { ...product, images: [{ image_url: at('1'), sort_order: 0 }, { image_url: at('2'), sort_order: 1, is_thumbnail: true }] });
  expect(good.body.data.images.map((image) => image.is_thumbnail)).toEqual([false, true]);
  const bad = await sandbox.call<Refused>('POST', '/v3/catalog/products', { ...product, name: 'Second cap', images: [{ image_url: at('3') }, { image_url: `${sandbox.running.urls.controlUrl}/gone.png` }] });
  expect([bad.status, typeof bad.body.errors.invalid_reason]).toEqual([400, 'string']);
  expect((await sandbox.call<{ data: object[] }>('GET', '/v3/catalog/products?name=Second cap')).body.data).toEqual([]);
});

test('the images of an update are the whole list', async () => {
  const kept = (await add({ image_url: at('kept') })).body.data.id;
  await add({ image_url: at('dropped') });
  await sandbox.call('PUT', '/v3/catalog/products/77', { images: [{ id: kept, sort_order: 1 }, { image_url: at('fresh') }] });
  expect(await contents()).toEqual([hashOf(picture('fresh')), hashOf(picture('kept'))]);
});

test('an address is downloaded once for many products', async () => {
  for (let product = 77; product < 82; product += 1) await sandbox.call('POST', `/v3/catalog/products/${product}/images`, { image_url: at('shared') });
  expect(sandbox.app.downloads).toEqual(['/pictures/shared']);
});

test('a variant has one image, of 1 MB at most as a file', async () => {
  const path = '/v3/catalog/products/77/variants/60/image';
  const { body } = await sandbox.call<{ data: { image_url: string } }>('POST', path, { image_url: at('variant') });
  expect(Buffer.from(await (await fetch(body.data.image_url)).arrayBuffer())).toEqual(picture('variant'));
  const variant = await sandbox.call<{ data: { image_url: string } }>('GET', '/v3/catalog/products/77/variants/60');
  expect(variant.body.data.image_url).toBe(body.data.image_url);
  expect((await sandbox.upload(path, picture('large', 1024 * 1024))).status).toBe(500);
});

test('a variant shows the image behind its address, wherever it is written, from here', async () => {
  const shown = async (query: string) => (await sandbox.call<{ data: { id: number; product_id: number; image_url: string }[] }>('GET', `/v3/catalog/variants?${query}`)).body.data[0]!;
  const contentOf = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer());
  const cap = { name: 'Cap', type: 'physical', weight: 1, price: 5, variants: [{ sku: 'CAP-R', image_url: at('red'), option_values: [{ option_display_name: 'Colour', label: 'Red' }] }] };
  await sandbox.call('POST', '/v3/catalog/products', cap);
  const { id, product_id: product, image_url: first } = await shown('sku=CAP-R');
  expect(first).toContain(`/variants/${id}/`);
  expect(await contentOf(first)).toEqual(picture('red'));
  await sandbox.call('PUT', '/v3/catalog/variants', [{ id, product_id: product, image_url: at('crimson') }]);
  expect(await contentOf((await shown('sku=CAP-R')).image_url)).toEqual(picture('crimson'));
  await sandbox.call('PUT', `/v3/catalog/products/${product}/variants/${id}`, { image_url: at('scarlet') });
  await sandbox.call('PUT', `/v3/catalog/products/${product}/variants/${id}`, { image_url: '' });
  expect(await contentOf((await shown('sku=CAP-R')).image_url)).toEqual(picture('scarlet'));
});

test('a variant is refused whose image cannot be downloaded or is of a kind that variants do not take', async () => {
  const gone = `${sandbox.running.urls.controlUrl}/gone.png`;
  const cap = { name: 'Cap', type: 'physical', weight: 1, price: 5, variants: [{ sku: 'CAP-R', image_url: gone, option_values: [{ option_display_name: 'Colour', label: 'Red' }] }] };
  expect((await sandbox.call('POST', '/v3/catalog/products', cap)).status).toBe(400);
  const one = await sandbox.call<Refused>('PUT', '/v3/catalog/products/77/variants/60', { image_url: gone, price: 3 });
  expect([one.status, typeof one.body.errors.invalid_reason]).toEqual([400, 'string']);
  expect((await sandbox.call('PUT', '/v3/catalog/variants', [{ id: 60, price: 3 }, { id: 60, image_url: gone }])).status).toBe(400);
  expect((await sandbox.call<{ data: { price: number | null } }>('GET', '/v3/catalog/products/77/variants/60')).body.data.price).not.toBe(3);
  expect((await sandbox.upload('/v3/catalog/products/77/variants/60/image', Buffer.from('BM is a bitmap'))).status).toBe(422);
});
