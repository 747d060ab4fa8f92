import { describe, expect, it } from 'vitest';
import { TransientFailure } from '../../engine/ports/failures';
import { scriptedTransport } from '../http/testing/scripted-transport';
import { createHikeImages } from './create-hike-images';

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
const PUBLIC = 'https://pictures.example/a.png';
const hosts: Record<string, string[]> = {
  'pictures.example': ['203.0.113.9'],
  'inside.example': ['203.0.113.9', '10.0.0.7'],
  'api.hike.example': ['203.0.113.1'],
};

const imagesOf = (script: Parameters<typeof scriptedTransport>[0], hikeUrl = 'https://api.hike.example') => {
  const { transport, sent } = scriptedTransport(script);
  return { images: createHikeImages({ transport, hikeUrl, resolve: (host) => Promise.resolve(hosts[host] ?? ['127.0.0.1']) }), sent };
};

describe('a picture of Hike’s', () => {
  it('comes as bytes with the type that they show, without any token', async () => {
    const { images, sent } = imagesOf(() => ({ bytes: PNG, headers: { 'content-type': 'text/plain' } }));
    expect(await images.fetch(PUBLIC)).toEqual({ bytes: PNG, type: 'image/png' });
    expect(sent[0]?.headers).toEqual({ Accept: 'image/*' });
  });

  it.each<[string, Parameters<typeof scriptedTransport>[0]]>([
    ['a page', () => ({ text: '<html>Please log in</html>' })],
    ['nothing', () => ({ status: 404 })],
    ['a refusal', () => ({ status: 403 })],
    ['too much', () => ({ bytes: new Uint8Array(8 * 1024 * 1024 + 1).fill(0x89) })],
    ['one redirect after another', () => ({ status: 302, headers: { Location: '/again' } })],
    ['a redirect to nowhere', () => ({ status: 302 })],
  ])('is none where its address answers with %s', async (_name, script) => {
    expect(await imagesOf(script).images.fetch(PUBLIC)).toBeNull();
  });

  it.each([503, 429])('may come later where its host answers %i', async (status) => {
    await expect(imagesOf(() => ({ status })).images.fetch(PUBLIC)).rejects.toThrow(TransientFailure);
  });

  it('may come later where its host is not reached', async () => {
    const images = createHikeImages({ transport: () => Promise.reject(new TypeError('fetch failed')), hikeUrl: 'https://api.hike.example', resolve: () => Promise.resolve(['203.0.113.9']) });
    await expect(images.fetch(PUBLIC)).rejects.toThrow(TransientFailure);
  });

  it.each(['http://127.0.0.1/a.png', 'http://[::1]/a.png', 'http://0x7f.1/a.png', 'http://169.254.169.254/latest/meta-data', 'http://localhost/a.png', 'https://inside.example/a.png', 'ftp://pictures.example/a.png', 'file:///etc/passwd', 'no address'])(
    'is never asked for at %s',
    async (url) => {
      const { images, sent } = imagesOf(() => ({ bytes: PNG }));
      expect(await images.fetch(url)).toBeNull();
      expect(sent).toEqual([]);
    },
  );

  it('is not followed into our own network', async () => {
    const { images, sent } = imagesOf(({ url }) => (url === '/a.png' ? { status: 302, headers: { Location: 'http://10.0.0.7/secret' } } : { bytes: PNG }));
    expect(await images.fetch(PUBLIC)).toBeNull();
    expect(sent).toHaveLength(1);
  });

  it('is followed to another public place', async () => {
    const { images, sent } = imagesOf(({ url }) => (url === '/a.png' ? { status: 302, headers: { Location: '/b.png' } } : { bytes: PNG }));
    expect(await images.fetch(PUBLIC)).toMatchObject({ type: 'image/png' });
    expect(sent.map(({ url }) => url)).toEqual(['/a.png', '/b.png']);
  });

  it('may lie in a private network where Hike itself does', async () => {
    expect(await imagesOf(() => ({ bytes: PNG }), 'http://localhost:4100').images.fetch('http://127.0.0.1:4100/images/a.png')).toMatchObject({ type: 'image/png' });
  });
});
