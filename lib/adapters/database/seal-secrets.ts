import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * Keeps secrets unreadable in the database. A sealed text belongs to its place (table, store and column): moved
 * elsewhere, it does not open.
 */
export interface Sealer {
  seal(plain: string, place: string): string;
  /** Throws when the text was changed, moved, or sealed with a key that is gone. */
  open(sealed: string, place: string): string;
}

interface Key {
  version: string;
  bytes: Buffer;
}

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Keys are written as `version:base64`, separated by commas. The first one seals, all of them open: to rotate, put a new
 * one in front, and keep the old one as long as rows that were sealed with it may exist.
 */
export const createSealer = (encryptionKeys: string): Sealer => {
  const keys = encryptionKeys.split(',').map(readKey);
  const [current] = keys;
  if (current === undefined || new Set(keys.map(({ version }) => version)).size < keys.length) {
    throw new Error('ENCRYPTION_KEYS names a version twice.');
  }
  return {
    seal: (plain, place) => `${current.version}.${encrypt(current, plain, place)}`,
    open: (sealed, place) => {
      const [version = '', payload = ''] = sealed.split('.');
      const key = keys.find((candidate) => candidate.version === version);
      if (key === undefined) throw new Error(`${place} is sealed with key "${version}", which ENCRYPTION_KEYS does not have.`);
      return decrypt(key, payload, place);
    },
  };
};

const readKey = (text: string): Key => {
  const [, version, base64] = /^(\d+):([A-Za-z0-9+/]+=*)$/.exec(text.trim()) ?? [];
  const bytes = Buffer.from(base64 ?? '', 'base64');
  if (version === undefined || bytes.length !== KEY_BYTES) {
    throw new Error(`ENCRYPTION_KEYS must read like "2:KEY,1:KEY", each key ${KEY_BYTES} random bytes in base64.`);
  }
  return { version, bytes };
};

const encrypt = (key: Key, plain: string, place: string): string => {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key.bytes, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(place));
  const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
};

const decrypt = (key: Key, payload: string, place: string): string => {
  const bytes = Buffer.from(payload, 'base64url');
  const tag = bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv(ALGORITHM, key.bytes, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(place)).setAuthTag(tag);
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
  } catch (cause) {
    // Never with the text itself: this message may be logged.
    throw new Error(`${place} does not open with key "${key.version}": it was changed or moved, or the key is not the one it was sealed with.`, { cause });
  }
};
