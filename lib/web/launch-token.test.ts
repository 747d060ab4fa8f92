import { SignJWT, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { OWNER, STAFF, STORE } from '../engine/account/testing/create-test-account';
import { readLaunch } from './launch-token';
import { type LaunchFlaws, createTestEdge, launchToken } from './testing/create-test-edge';

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const readWith = async (flaws: LaunchFlaws) => {
  const { edge } = createTestEdge();
  return (await readLaunch(edge, await launchToken(edge, flaws))).kind;
};

describe('a launch of BigCommerce’s', () => {
  it('tells store, person, owner and where to', async () => {
    const { edge } = createTestEdge();
    const launch = await readLaunch(edge, await launchToken(edge, { claims: { url: '/orders', jti: 'j' } }));
    expect(launch).toMatchObject({ kind: 'valid', url: '/orders', visit: { storeHash: STORE, user: { ...STAFF, locale: 'en-AU' }, owner: OWNER, jti: 'j' } });
  });

  it.each([
    ['signed with another secret', { secret: 'another-secret' }],
    ['signed with HS384', { alg: 'HS384' }],
    ['signed with HS512', { alg: 'HS512' }],
    ['from another issuer', { claims: { iss: 'bd' } }],
    ['without issuer', { claims: { iss: undefined } }],
    ['for another app', { claims: { aud: 'other-client' } }],
    ['not valid yet', { claims: { nbf: 4_000_000_000 } }],
    ['without expiry', { claims: { exp: undefined } }],
    ['with an expiry beyond all years', { claims: { exp: 1e15 } }],
    ['without its own id', { claims: { jti: undefined } }],
    ['without subject', { claims: { sub: undefined } }],
    ['for a path instead of a store', { claims: { sub: `stores/${STORE}/../evil` } }],
    ['for a store in capitals', { claims: { sub: 'stores/ABC' } }],
    ['with a line break after the store', { claims: { sub: `stores/${STORE}\n` } }],
    ['without a person', { claims: { user: undefined } }],
    ['with a person whose id is text', { claims: { user: { id: '7', email: 'x@y.z' } } }],
    ['with an endless url', { claims: { url: `/${'x'.repeat(2_000)}` } }],
    ['endless, however good', { claims: { more: 'x'.repeat(8 * 1024) } }],
  ] satisfies [string, LaunchFlaws][])('is refused when %s', async (_, flaws) => {
    expect(await readWith(flaws)).toBe('invalid');
  });

  it('tells until when it is good', async () => {
    const { edge } = createTestEdge();
    expect(await readLaunch(edge, await launchToken(edge, { claims: { exp: 1_768_447_260 } }))).toMatchObject({ visit: { expiresAt: '2026-01-15T03:21:00.000Z' } });
  });

  it('speaks English to somebody whose language it does not name', async () => {
    const { edge } = createTestEdge();
    expect(await readLaunch(edge, await launchToken(edge, { claims: { user: STAFF } }))).toMatchObject({ visit: { user: { locale: 'en' } } });
  });

  it('is not blamed for what goes wrong here', async () => {
    const { edge } = createTestEdge();
    const now = () => {
      throw new Error('no clock');
    };
    await expect(readLaunch({ ...edge, clock: { ...edge.clock, now } }, await launchToken(edge))).rejects.toThrow('no clock');
  });

  it('is told apart when it is past its time, and forgiven five seconds', async () => {
    expect(await readWith({ claims: { exp: 1_768_447_190 } })).toBe('expired');
    expect(await readWith({ claims: { exp: 1_768_447_200 - 4 } })).toBe('valid');
  });

  it('is refused without a signature', async () => {
    const { edge } = createTestEdge();
    const payload = (await launchToken(edge)).split('.')[1] ?? '';
    expect(await readLaunch(edge, `${base64url({ alg: 'none', typ: 'JWT' })}.${payload}.`)).toEqual({ kind: 'invalid' });
  });

  it('is refused when it names RS256, whoever’s key that is', async () => {
    const { edge } = createTestEdge();
    const { privateKey } = await generateKeyPair('RS256');
    const token = await new SignJWT({ sub: `stores/${STORE}` }).setProtectedHeader({ alg: 'RS256' }).setIssuer('bc').setAudience('client-id').sign(privateKey);
    expect(await readLaunch(edge, token)).toEqual({ kind: 'invalid' });
  });

  it.each([[null], [''], ['a.b.c'], ['x'.repeat(10_000)]])('is refused when it is no token at all', async (token) => {
    expect(await readLaunch(createTestEdge().edge, token)).toEqual({ kind: 'invalid' });
  });
});
