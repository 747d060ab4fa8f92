import { createHash } from 'node:crypto';

/** SHA-256 of a canonical text, short enough for an index. */
export const fingerprint = (canonical: string): string => createHash('sha256').update(canonical).digest('hex').slice(0, 32);
