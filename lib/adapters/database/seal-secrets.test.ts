import { describe, expect, it } from 'vitest';
import { createSealer } from './seal-secrets';

const key = (version: number, byte = version) => `${version}:${Buffer.alloc(32, byte).toString('base64')}`;
const PLACE = 'stores/abc/access_token';

describe('sealing secrets', () => {
  it.each(['a token', '', 'Zoë’s', 'x'.repeat(10_000)])('opens what it sealed: %j', (plain) => {
    const sealer = createSealer(key(1));
    const sealed = sealer.seal(plain, PLACE);
    expect(sealer.open(sealed, PLACE)).toBe(plain);
    if (plain.length > 3) expect(sealed).not.toContain(plain.slice(0, 4));
  });

  it('seals the same secret differently each time', () => {
    const sealer = createSealer(key(1));
    expect(sealer.seal('a token', PLACE)).not.toBe(sealer.seal('a token', PLACE));
  });

  it('seals with the first key and still opens what the others sealed', () => {
    const before = createSealer(key(1));
    const after = createSealer(`${key(2)}, ${key(1)}`);
    expect(after.open(before.seal('old', PLACE), PLACE)).toBe('old');
    expect(after.seal('new', PLACE)).toMatch(/^2\./);
    expect(() => before.open(after.seal('new', PLACE), PLACE)).toThrow('sealed with key "2", which ENCRYPTION_KEYS does not have');
  });

  it('does not open with another key of the same version', () => {
    const sealed = createSealer(key(1, 5)).seal('a token', PLACE);
    expect(() => createSealer(key(1, 6)).open(sealed, PLACE)).toThrow('stores/abc/access_token does not open with key "1"');
  });

  it('does not open at another place', () => {
    const sealer = createSealer(key(1));
    const sealed = sealer.seal('a token', PLACE);
    expect(() => sealer.open(sealed, 'stores/xyz/access_token')).toThrow('does not open');
    expect(() => sealer.open(sealed, 'stores/abc/hook_secret')).toThrow('does not open');
  });

  it('does not open when any byte was changed or is missing', () => {
    const sealer = createSealer(key(1));
    const bytes = Buffer.from(sealer.seal('a token', PLACE).slice(2), 'base64url');
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => sealer.open(`1.${changed.toString('base64url')}`, PLACE)).toThrow('does not open');
      expect(() => sealer.open(`1.${bytes.subarray(0, index).toString('base64url')}`, PLACE)).toThrow('does not open');
    }
  });

  it('never names the secret or the key when it fails', () => {
    const sealed = createSealer(key(1, 5)).seal('a token', PLACE);
    try {
      createSealer(key(1, 6)).open(sealed, PLACE);
      expect.unreachable();
    } catch (error) {
      expect(String(error)).not.toContain(sealed);
      expect(String(error)).not.toContain(key(1, 6).slice(2));
    }
  });

  it.each(['', 'abc', '1:', '1:short', `${key(1)},`, `x:${Buffer.alloc(32).toString('base64')}`, `1:${Buffer.alloc(31).toString('base64')}`])(
    'refuses keys written as %j',
    (keys) => {
      expect(() => createSealer(keys)).toThrow('ENCRYPTION_KEYS must read like');
    },
  );

  it('refuses two keys of one version', () => {
    expect(() => createSealer(`${key(1, 5)},${key(1, 6)}`)).toThrow('names a version twice');
  });
});
