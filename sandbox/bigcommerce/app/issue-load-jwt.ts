import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Store, User } from '../model/store.ts';
import type { RegisteredApp } from '../platform.ts';

const DAY_S = 86_400;

/** Ways to spoil a token, for tests of those who must refuse it. */
export type LoadJwtFlaw = 'expired' | 'not-yet-valid' | 'wrong-audience' | 'wrong-issuer' | 'wrong-secret' | 'alg-none' | 'alg-hs512' | 'no-subject' | 'bad-subject';

export interface LoadJwtInput {
  store: Store;
  user: User;
  /** Deep link; `/` from the Apps menu. */
  url: string;
  channelId?: number | null;
  flaw?: LoadJwtFlaw | undefined;
}

function subject(hash: string, flaw: LoadJwtFlaw | undefined): string | undefined {
  if (flaw === 'no-subject') return undefined;
  return flaw === 'bad-subject' ? `stores/${hash}/../evil` : `stores/${hash}`;
}

function claims(app: RegisteredApp, input: LoadJwtInput): Record<string, unknown> {
  const { store, user, flaw } = input;
  const owner = store.users.find((candidate) => candidate.owner) ?? user;
  // Real time: whoever checks the token compares it with a clock that the sandbox cannot move.
  const now = Math.floor(Date.now() / 1000);
  const issued = flaw === 'expired' ? now - 2 * DAY_S : flaw === 'not-yet-valid' ? now + DAY_S / 2 : now;
  const sub = subject(store.hash, flaw);
  return {
    aud: flaw === 'wrong-audience' ? 'another-client-id' : app.clientId,
    iss: flaw === 'wrong-issuer' ? 'not-bc' : 'bc',
    iat: issued,
    nbf: issued - 5,
    exp: issued + DAY_S,
    jti: randomUUID(),
    ...(sub === undefined ? {} : { sub }),
    user: { id: user.id, email: user.email, locale: user.locale },
    owner: { id: owner.id, email: owner.email },
    url: input.url,
    channel_id: input.channelId ?? null,
  };
}

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The `signed_payload_jwt` of load, uninstall and remove_user. */
export async function issueLoadJwt(app: RegisteredApp, input: LoadJwtInput): Promise<string> {
  const payload = claims(app, input);
  if (input.flaw === 'alg-none') return `${base64url({ alg: 'none', typ: 'JWT' })}.${base64url(payload)}.`;
  const secret = input.flaw === 'wrong-secret' ? `${app.clientSecret}-wrong` : app.clientSecret;
  const alg = input.flaw === 'alg-hs512' ? 'HS512' : 'HS256';
  return new SignJWT(payload).setProtectedHeader({ alg, typ: 'JWT' }).sign(new TextEncoder().encode(secret));
}
