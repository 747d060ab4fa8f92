import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { TransientFailure } from '../../engine/ports/failures';
import type { HikeImages } from '../../engine/ports/hike';
import { imageTypeOf } from '../http/image-type';
import { isPrivateAddress } from '../http/is-private-address';
import { readCappedBytes } from '../http/read-capped-bytes';
import type { Transport } from '../http/transport';
import { nameOfNetworkError } from '../http/was-never-sent';

export interface HikeImagesOptions {
  transport: Transport;
  /** Hike's own address: pictures may lie in a private network only where Hike does, as in a demo. */
  hikeUrl: string;
  /** The IP addresses behind a host name. */
  resolve?: (host: string) => Promise<string[]>;
  timeoutMs?: number;
}

/** As much as BigCommerce takes (reference: bigcommerce 7.1). */
const MAX_BYTES = 8 * 1024 * 1024;
const TIMEOUT_MS = 20_000;
const MOST_REDIRECTS = 3;

const resolveByName = async (host: string): Promise<string[]> => (await lookup(host, { all: true })).map(({ address }) => address);

const isPassing = (status: number): boolean => status === 408 || status === 429 || status >= 500;

const webAddress = (text: string, base?: URL): URL | null => {
  const url = URL.canParse(text, base) ? new URL(text, base) : null;
  return url && /^https?:$/.test(url.protocol) ? url : null;
};

/** Pictures by the addresses that Hike gives. These are data: no token goes along, and none leads into our own network. */
export const createHikeImages = ({ transport, hikeUrl, resolve = resolveByName, timeoutMs = TIMEOUT_MS }: HikeImagesOptions): HikeImages => {
  const isPrivate = async ({ hostname }: URL): Promise<boolean> => {
    const host = hostname.replace(/^\[|\]$/g, '');
    return (isIP(host) === 0 ? await resolve(host) : [host]).some(isPrivateAddress);
  };

  const mayBeAsked = async (url: URL): Promise<boolean> => !(await isPrivate(url)) || isPrivate(new URL(hikeUrl));

  const follow = async (address: string): Promise<Response | null> => {
    const signal = AbortSignal.timeout(timeoutMs);
    let url = webAddress(address);
    for (let hop = 0; url !== null && hop <= MOST_REDIRECTS; hop += 1) {
      if (!(await mayBeAsked(url))) return null;
      const response = await transport(url.href, { method: 'GET', headers: { Accept: 'image/*' }, redirect: 'manual', signal });
      if (response.status < 300 || response.status >= 400) return response;
      await response.body?.cancel();
      url = webAddress(response.headers.get('Location') ?? '', url);
    }
    return null;
  };

  const read = async (url: string): Promise<{ status: number; bytes: Uint8Array | null }> => {
    try {
      const response = await follow(url);
      if (response?.ok) return { status: response.status, bytes: await readCappedBytes(response, MAX_BYTES) };
      await response?.body?.cancel();
      return { status: response?.status ?? 0, bytes: null };
    } catch (error) {
      throw new TransientFailure(`a picture could not be fetched: ${nameOfNetworkError(error)}`);
    }
  };

  return {
    fetch: async (url) => {
      const { status, bytes } = await read(url);
      if (isPassing(status)) throw new TransientFailure(`a picture's host answered ${status}`);
      const type = bytes && imageTypeOf(bytes);
      return bytes && type ? { bytes, type } : null;
    },
  };
};
