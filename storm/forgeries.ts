import type { Draw } from './draw';
import { bodyOf, type Delivery, type Message, signatureHeaders } from './delivery';
import { FIRST_FORGED } from './platform';

/** What a forger may know: everything but what the forgery in question is about. */
export interface Secrets {
  clientSecret: string;
  storeHash: string;
  hookSecret: string;
  /** A store of the forger's own. */
  other: { storeHash: string; hookSecret: string };
}

export interface Forgery extends Delivery {
  kind: string;
  /** Names nothing that exists. */
  thing: { kind: 'order' | 'product'; id: number };
  webhookId: string;
}

type Forge = (secrets: Secrets, message: Message, draw: Draw) => Delivery;

const SECRET = 'x-hook-secret';

const FORGERIES: Record<string, Forge> = {
  'another key': ({ hookSecret }, message) => ({ body: message.body, headers: { ...signatureHeaders(message, { clientSecret: 'a guess' }), [SECRET]: hookSecret } }),
  'an old signature': ({ clientSecret, hookSecret }, message, draw) => ({
    body: message.body,
    headers: { ...signatureHeaders(message, { clientSecret, late: -310 - draw.below(100_000) }), [SECRET]: hookSecret },
  }),
  'a signature of tomorrow': ({ clientSecret, hookSecret }, message) => ({ body: message.body, headers: { ...signatureHeaders(message, { clientSecret, late: 86_400 }), [SECRET]: hookSecret } }),
  'a changed body': ({ clientSecret, hookSecret }, message, draw) => ({
    body: message.body,
    headers: { ...signatureHeaders({ ...message, body: message.body.replace(/"id":\d+/, `"id":${draw.below(FIRST_FORGED)}`) }, { clientSecret }), [SECRET]: hookSecret },
  }),
  'the signature of another store’s delivery': ({ clientSecret, hookSecret, storeHash, other }, message) => ({
    body: message.body,
    headers: { ...signatureHeaders({ ...message, body: message.body.replace(storeHash, other.storeHash) }, { clientSecret }), [SECRET]: hookSecret },
  }),
  'a replay under another id': ({ clientSecret, hookSecret }, message) => ({
    body: message.body,
    headers: { ...signatureHeaders({ ...message, id: `${message.id}-seen` }, { clientSecret }), 'webhook-id': message.id, [SECRET]: hookSecret },
  }),
  'another store’s secret': ({ other }, { body }) => ({ body, headers: { [SECRET]: other.hookSecret } }),
  'another store’s secret, well signed': ({ clientSecret, other }, message) => ({ body: message.body, headers: { ...signatureHeaders(message, { clientSecret }), [SECRET]: other.hookSecret } }),
  'a guessed secret': ({ hookSecret }, { body }) => ({ body, headers: { [SECRET]: hookSecret.slice(0, -1) } }),
  'no secret': ({ clientSecret }, message) => ({ body: message.body, headers: signatureHeaders(message, { clientSecret }) }),
  'half a signature': ({ clientSecret, hookSecret }, message) => {
    const { 'webhook-id': id = '', 'webhook-signature': signature = '' } = signatureHeaders(message, { clientSecret });
    return { body: message.body, headers: { 'webhook-id': id, 'webhook-signature': signature, [SECRET]: hookSecret } };
  },
};

/** The forgery number `nth`, of each kind in turn. */
export const forge = (secrets: Secrets, draw: Draw, nth: number): Forgery => {
  const kinds = Object.entries(FORGERIES);
  const [kind, make] = kinds[nth % kinds.length]!;
  const thing = { kind: draw.oneOf(['order', 'product'] as const), id: FIRST_FORGED + nth };
  const webhookId = `forged_${nth}`;
  const body = bodyOf(secrets.storeHash, { ...thing, version: nth, changedAt: Math.floor(Date.now() / 1_000) });
  return { kind, thing, webhookId, ...make(secrets, { id: webhookId, body }, draw) };
};
