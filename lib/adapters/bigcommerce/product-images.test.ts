import { describe, expect, it } from 'vitest';
import { ImageId, ProductId } from '../../domain/ids';
import { scriptedBigCommerce } from './testing/scripted-bigcommerce';

const HOME = '/stores/abc123/v3/catalog';
const product = ProductId.parse(118);
const pathsOf = (sent: { method: string; url: string }[]) => sent.map(({ method, url }) => `${method} ${url.replace(HOME, '').split('?')[0]}`);
const refusing = (status: number, body: unknown) => scriptedBigCommerce(() => ({ status, body })).bigcommerce.catalogue;

describe('pictures', () => {
  const byUrl = { source: { kind: 'url', url: 'https://x.example/a.png' }, position: 2, isThumbnail: false } as const;

  it('go by address, or as files', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(() => ({ body: { data: { id: 382 } } }));
    expect(await bigcommerce.catalogue.addImage(product, byUrl)).toEqual({ kind: 'created', id: 382 });
    const file = { kind: 'file', name: 'a.png', type: 'image/png', bytes: Uint8Array.of(1, 2, 3) } as const;
    await bigcommerce.catalogue.addImage(product, { source: file, position: 0, isThumbnail: true });
    expect(sent[0]?.body).toEqual({ image_url: 'https://x.example/a.png', sort_order: 2, is_thumbnail: false });
    const { image_file: sentFile, ...fields } = sent[1]?.body as { image_file: File };
    expect(fields).toEqual({ sort_order: '0', is_thumbnail: 'true' });
    expect([sentFile.name, sentFile.type, [...new Uint8Array(await sentFile.arrayBuffer())]]).toEqual(['a.png', 'image/png', [1, 2, 3]]);
    expect(sent[1]?.headers['Content-Type']).toBeUndefined();
  });

  it.each([
    [400, { title: 'Whatever.' }, 'image-unreachable'],
    [422, { errors: { image_url: 'is long' } }, 'image-unreachable'],
    [404, { title: 'Not found.' }, 'refused-by-bigcommerce'],
  ])('are refused with %i', async (status, body, code) => {
    expect(await refusing(status, body).addImage(product, byUrl)).toMatchObject({ kind: 'refused', problem: { code } });
  });

  it.each([
    [404, { kind: 'gone' }],
    [422, { kind: 'refused', problem: { code: 'refused-by-bigcommerce' } }],
  ])('are not moved where BigCommerce answers %i', async (status, outcome) => {
    expect(await refusing(status, { title: 'No.' }).changeImage(product, ImageId.parse(382), { position: 1 })).toMatchObject(outcome);
  });

  it('are moved, and removed once', async () => {
    const { bigcommerce, sent } = scriptedBigCommerce(({ method }) => (method === 'DELETE' ? { status: 404, body: {} } : { body: { data: {} } }));
    expect(await bigcommerce.catalogue.changeImage(product, ImageId.parse(382), { position: 1 })).toEqual({ kind: 'done' });
    await bigcommerce.catalogue.deleteImage(product, ImageId.parse(382));
    expect(pathsOf(sent)).toEqual(['PUT /products/118/images/382', 'DELETE /products/118/images/382']);
    expect(sent[0]?.body).toEqual({ sort_order: 1 });
  });
});
