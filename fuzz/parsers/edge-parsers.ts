import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { encode } from 'next-auth/jwt';
import { OWNER, STAFF, STORE } from '../../lib/engine/account/testing/create-test-account';
import { millisOfInstant } from '../../lib/domain/instant-arithmetic';
import { bearerOf } from '../../lib/web/bearer-of';
import type { Edge } from '../../lib/web/edge';
import { readHikeState } from '../../lib/web/hike-state';
import { HookPayload, hintOfHook, hookId } from '../../lib/web/hook-payload';
import { hookSignature } from '../../lib/web/hook-signature';
import { readLaunch } from '../../lib/web/launch-token';
import { issueSessionToken, readSessionToken } from '../../lib/web/session-token';
import { takeHook } from '../../lib/web/take-hook';
import { APP_URL, createTestEdge } from '../../lib/web/testing/create-test-edge';
import { assertStorable } from '../kit/assert-storable';
import { headersOf, hostileHeader } from '../kit/hostile-headers';
import { hostileJson } from '../kit/hostile-json';
import { hostileText } from '../kit/hostile-text';
import { REFUSED } from '../kit/judge';
import { signedToken } from '../kit/signed-token';
import { HOOK_SAMPLES } from '../samples/hook-samples';
import { parser, type Parser } from './parser';

const { edge } = createTestEdge();
const seconds = Math.floor(millisOfInstant(edge.clock.now()) / 1_000);

const launchClaims = {
  iss: 'bc', aud: edge.env.bigcommerce.clientId, iat: seconds, nbf: seconds - 5, exp: seconds + 86_400, jti: 'b1c2', sub: `stores/${STORE}`,
  user: { ...STAFF, locale: 'en-AU' }, owner: OWNER, url: '/orders', channel_id: null,
};
const stateClaims = { aud: 'hike-state', exp: seconds + 600, storeHash: STORE, userId: STAFF.id, code: 'code-1' };
const sessionClaims = { sub: String(STAFF.id), storeHash: STORE, purpose: 'bearer', issuedAt: edge.clock.now(), startedAt: edge.clock.now() };

const header = hostileJson({ alg: 'HS256', typ: 'JWT' });

/** A token that was changed on its way, one whose owner signed nonsense, and plain nonsense. */
const tokens = (claims: object, secret: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: hostileJson(claims).map((payload) => signedToken({ payload, secret })) },
    { weight: 2, arbitrary: fc.tuple(header, hostileJson(claims)).map(([head, payload]) => signedToken({ header: head, payload, secret })) },
    { weight: 1, arbitrary: fc.tuple(hostileJson(claims), hostileText).map(([payload, other]) => signedToken({ payload, secret: `${other}!` })) },
    { weight: 1, arbitrary: fc.tuple(fc.nat(400), hostileText).map(([at, more]) => splice(signedToken({ payload: JSON.stringify(claims), secret }), at, more)) },
    { weight: 1, arbitrary: hostileText },
  );

const splice = (text: string, at: number, more: string): string => text.slice(0, at) + more + text.slice(at + more.length);

const parsedJson = (text: string): object | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
};

/** Encrypted by us, with whatever claims; or nothing of ours at all. */
const session = async ([text, isOurs]: [string, boolean]): Promise<unknown> => {
  const claims = isOurs ? parsedJson(text) : null;
  const token = claims === null ? text : await encode({ secret: edge.env.sessionSecret, maxAge: 900, token: claims as Record<string, unknown> }).catch(() => text);
  const read = await readSessionToken(edge, 'bearer', token);
  return read ? assertStorable(read) : REFUSED;
};

const good = issueSessionToken(edge, 'bearer', { storeHash: STORE, userId: STAFF.id, startedAt: edge.clock.now() });

const HOOK_SECRET = 'secret-of-the-hooks';
const sign = (id: string, at: string, body: string): string => `v1,${createHmac('sha256', edge.env.bigcommerce.clientSecret).update(`${id}.${at}.${body}`).digest('base64')}`;

interface HookInput {
  body: string;
  isSigned: boolean;
  id: string | null;
  at: string | null;
  signature: string | null;
  secret: string | null;
}

const hooks: fc.Arbitrary<HookInput> = fc.record({
  body: hostileJson(...HOOK_SAMPLES),
  isSigned: fc.boolean(),
  id: fc.option(fc.oneof(fc.constant('msg_1'), hostileHeader)),
  at: fc.option(fc.oneof(fc.constant(String(Math.floor(Date.now() / 1_000))), hostileHeader)),
  signature: fc.option(hostileHeader),
  secret: fc.option(fc.oneof(fc.constant(HOOK_SECRET), hostileHeader)),
});

const headersOfHook = ({ body, isSigned, id, at, signature, secret }: HookInput): Headers =>
  headersOf([
    ['webhook-id', id],
    ['webhook-timestamp', at],
    ['webhook-signature', isSigned ? sign(id ?? '', at ?? '', body) : signature],
    ['x-hook-secret', secret],
  ]);

/** The route's own reading, before a store that exists and takes whatever is believed. */
const hookEdge = {
  ...edge,
  account: {
    ...edge.account,
    findStore: () => Promise.resolve({ hookSecret: HOOK_SECRET, previousHookSecret: null }),
    receiveWebhook: async (delivery: unknown) => assertStorable(delivery),
  },
} as unknown as Edge;

const take = async (input: HookInput): Promise<unknown> => {
  const status = await takeHook(hookEdge, new Request(`${APP_URL}/hook`, { method: 'POST', headers: headersOfHook(input), body: input.body }));
  if (status !== 200 && status !== 401) throw new Error(`A webhook was answered with ${status}.`);
  return status === 200 ? status : REFUSED;
};

const readHook = (input: HookInput): unknown => {
  const headers = headersOfHook(input);
  hookSignature(headers, input.body, [edge.env.bigcommerce.clientSecret]);
  const payload = HookPayload.safeParse(parsedJson(input.body));
  return payload.success ? { hint: hintOfHook(payload.data), id: hookId(headers, payload.data) } : REFUSED;
};

export const EDGE_PARSERS: readonly Parser[] = [
  parser('launch token', ['web/launch-token.ts'], {
    inputs: tokens(launchClaims, edge.env.bigcommerce.clientSecret),
    parse: async (token) => {
      const launch = await readLaunch(edge, token);
      return launch.kind === 'valid' ? assertStorable({ user: launch.visit.user, owner: launch.visit.owner }) : REFUSED;
    },
  }),
  parser('state of a Hike connection', ['web/hike-state.ts'], {
    inputs: tokens(stateClaims, edge.env.sessionSecret),
    parse: async (token) => (await readHikeState(edge, token)) ?? REFUSED,
  }),
  parser('session token', ['web/session-token.ts'], { inputs: fc.tuple(hostileJson(sessionClaims), fc.boolean()), parse: session }),
  parser('session token that was changed', ['web/session-token.ts'], {
    inputs: fc.tuple(fc.nat(400), hostileText),
    parse: async ([at, more]) => ((await readSessionToken(edge, 'bearer', splice((await good).token, at, more))) ? 'read' : REFUSED),
  }),
  parser('bearer', ['web/bearer-of.ts'], {
    inputs: fc.tuple(fc.constantFrom('Bearer ', 'bearer ', 'Basic ', ''), hostileHeader).map((parts) => parts.join('')),
    parse: (value) => bearerOf(new Request(APP_URL, { headers: { authorization: value } })) ?? REFUSED,
  }),
  parser('webhook', ['web/take-hook.ts', 'web/hook-payload.ts', 'web/hook-signature.ts', 'web/read-text.ts'], { inputs: hooks, parse: take }),
  parser('body of a webhook', ['web/hook-payload.ts', 'web/hook-signature.ts'], { inputs: hooks, parse: readHook }),
];
