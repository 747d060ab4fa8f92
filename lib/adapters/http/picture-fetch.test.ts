import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../domain/problems';
import { TransientFailure } from '../../engine/ports/failures';
import { createPictureFetch } from './picture-fetch';
import { scriptedTransport } from './testing/scripted-transport';

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
const PUBLIC = 'https://pictures.example/a.png';
const hosts: Record<string, string[]> = {
  'pictures.example': ['203.0.113.9'],
  'inside.example': ['203.0.113.9', '10.0.0.7'],
  'api.hike.example': ['203.0.113.1'],
};

const fetchOf = (script: Parameters<typeof scriptedTransport>[0], vendorUrl = 'https://api.hike.example') => {
  const { transport, sent } = scriptedTransport(script);
  return { fetch: createPictureFetch({ transport, vendorUrl, resolve: (host) => Promise.resolve(hosts[host] ?? ['127.0.0.1']) }), sent };
};

describe('a picture of a vendor’s', () => {
  it('comes as bytes with the type that they show, without any token', async () => {
    const { fetch, sent } = fetchOf(() => ({ bytes: PNG, headers: { 'content-type': 'text/plain' } }));
    expect(await fetch(PUBLIC)).toEqual({ bytes: PNG, type: 'image/png' });
    expect(sent[0]?.headers).toEqual({ Accept: 'image/*' });
  });

  it.each<[string, ProblemCode, Parameters<typeof scriptedTransport>[0]]>([
    ['a page', 'image-not-supported', () => ({ text: '<html>Please log in</html>' })],
    ['nothing', 'image-unreachable', () => ({ status: 404 })],
    ['a refusal', 'image-unreachable', () => ({ status: 403 })],
    ['too much', 'image-too-large', () => ({ bytes: new Uint8Array(8 * 1024 * 1024 + 1).fill(0x89) })],
    ['one redirect after another', 'image-unreachable', () => ({ status: 302, headers: { Location: '/again' } })],
    ['a redirect to nowhere', 'image-unreachable', () => ({ status: 302 })],
  ])('is none where its address answers with %s: %s', async (_name, code, script) => {
    expect(await fetchOf(script).fetch(PUBLIC)).toEqual({ code, details: { url: PUBLIC } });
  });

  it.each([503, 429])('may come later where its host answers %i', async (status) => {
    await expect(fetchOf(() => ({ status })).fetch(PUBLIC)).rejects.toThrow(TransientFailure);
  });

  it('may come later where its host is not reached', async () => {
    const fetch = createPictureFetch({ transport: () => Promise.reject(new TypeError('fetch failed')), vendorUrl: 'https://api.hike.example', resolve: () => Promise.resolve(['203.0.113.9']) });
    await expect(fetch(PUBLIC)).rejects.toThrow(TransientFailure);
  });

  it.each(['http://127.0.0.1/a.png', 'http://[::1]/a.png', 'http://0x7f.1/a.png', 'http://169.254.169.254/latest/meta-data', 'http://localhost/a.png', 'https://inside.example/a.png', 'ftp://pictures.example/a.png', 'file:///etc/passwd', 'no address'])(
    'is never asked for at %s',
    async (url) => {
      const { fetch, sent } = fetchOf(() => ({ bytes: PNG }));
      expect(await fetch(url)).toEqual({ code: 'image-unreachable', details: { url } });
      expect(sent).toEqual([]);
    },
  );

  it('is not followed into our own network', async () => {
    const { fetch, sent } = fetchOf(({ url }) => (url === '/a.png' ? { status: 302, headers: { Location: 'http://10.0.0.7/secret' } } : { bytes: PNG }));
    expect(await fetch(PUBLIC)).toMatchObject({ code: 'image-unreachable' });
    expect(sent).toHaveLength(1);
  });

  it('is followed to another public place', async () => {
    const { fetch, sent } = fetchOf(({ url }) => (url === '/a.png' ? { status: 302, headers: { Location: '/b.png' } } : { bytes: PNG }));
    expect(await fetch(PUBLIC)).toMatchObject({ type: 'image/png' });
    expect(sent.map(({ url }) => url)).toEqual(['/a.png', '/b.png']);
  });

  it('may lie in a private network where the vendor itself does', async () => {
    expect(await fetchOf(() => ({ bytes: PNG }), 'http://localhost:4100').fetch('http://127.0.0.1:4100/images/a.png')).toMatchObject({ type: 'image/png' });
  });
});
