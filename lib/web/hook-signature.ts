import { createHash, timingSafeEqual } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

const SIGNATURE_HEADERS = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;

export type HookSignature = 'valid' | 'forged' | 'absent';

/**
 * Standard Webhooks with BigCommerce's key: the raw UTF-8 bytes of the client secret (reference: bigcommerce 4.3). That
 * every delivery is signed is not certain, so absence is told apart; a part of the headers alone counts as forged. Any of
 * the secrets may have signed it.
 */
export const hookSignature = (headers: Headers, body: string, clientSecrets: readonly string[]): HookSignature => {
  const found = SIGNATURE_HEADERS.filter((name) => headers.has(name));
  if (found.length === 0) return 'absent';
  const signed = Object.fromEntries(found.map((name) => [name, headers.get(name) ?? '']));
  return clientSecrets.some((secret) => isSignedWith(secret, signed, body)) ? 'valid' : 'forged';
};

const isSignedWith = (secret: string, signed: Record<string, string>, body: string): boolean => {
  try {
    new Webhook(new TextEncoder().encode(secret), { format: 'raw' }).verify(body, signed, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** In constant time; the digests make both sides equally long. */
export const isHookSecret = (given: string | null, expected: string): boolean => given !== null && timingSafeEqual(digest(given), digest(expected));
