import { createHmac } from 'node:crypto';

const base64url = (text: string): string => Buffer.from(text).toString('base64url');

/** A JWT with any text as header and payload, well signed: what only the owner of the secret could send. */
export const signedToken = ({ header = '{"alg":"HS256","typ":"JWT"}', payload, secret }: { header?: string; payload: string; secret: string }): string => {
  const content = `${base64url(header)}.${base64url(payload)}`;
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
};
