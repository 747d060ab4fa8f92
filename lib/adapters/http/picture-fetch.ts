import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { type Problem, problem } from '../../domain/problems';
import { TransientFailure } from '../../engine/ports/failures';
import type { Picture } from '../../engine/ports/picture';
import { imageTypeOf } from './image-type';
import { isPrivateAddress } from './is-private-address';
import { readCappedBytes } from './read-capped-bytes';
import type { Transport } from './transport';
import { nameOfNetworkError } from './was-never-sent';

export interface PictureFetchOptions {
  transport: Transport;
  /** The vendor's own address: its pictures may lie in a private network only where the vendor does, as in a demo. */
  vendorUrl: string;
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

/**
 * Fetches pictures by the addresses that a vendor gives. These are data: no token goes along, and none leads into our own
 * network. Where there is no picture to be had, the answer says why.
 */
export const createPictureFetch = ({ transport, vendorUrl, resolve = resolveByName, timeoutMs = TIMEOUT_MS }: PictureFetchOptions) => {
  const isPrivate = async ({ hostname }: URL): Promise<boolean> => {
    const host = hostname.replace(/^\[|\]$/g, '');
    return (isIP(host) === 0 ? await resolve(host) : [host]).some(isPrivateAddress);
  };

  const mayBeAsked = async (url: URL): Promise<boolean> => !(await isPrivate(url)) || isPrivate(new URL(vendorUrl));

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

  /** `null` where its address is not one that may be asked, or leads nowhere. */
  const read = async (url: string): Promise<{ status: number; isOk: boolean; bytes: Uint8Array | null } | null> => {
    try {
      const response = await follow(url);
      if (response === null) return null;
      if (response.ok) return { status: response.status, isOk: true, bytes: await readCappedBytes(response, MAX_BYTES) };
      await response.body?.cancel();
      return { status: response.status, isOk: false, bytes: null };
    } catch (error) {
      throw new TransientFailure(`a picture could not be fetched: ${nameOfNetworkError(error)}`);
    }
  };

  return async (url: string): Promise<Picture | Problem> => {
    const answer = await read(url);
    if (answer !== null && isPassing(answer.status)) throw new TransientFailure(`a picture's host answered ${answer.status}`);
    if (answer === null || !answer.isOk) return problem('image-unreachable', { url });
    if (answer.bytes === null) return problem('image-too-large', { url });
    const type = imageTypeOf(answer.bytes);
    return type === null ? problem('image-not-supported', { url }) : { bytes: answer.bytes, type };
  };
};
