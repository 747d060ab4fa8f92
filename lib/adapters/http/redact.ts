import type { HttpBody, HttpCall } from './http-call';

const SECRET_HEADERS = new Set(['authorization', 'x-auth-token']);
const SECRET_FIELDS = new Set(['client_secret', 'code', 'refresh_token', 'access_token']);
const SHORTEST_SECRET = 6;

const textFields = (value: unknown): [string, string][] =>
  typeof value === 'object' && value !== null ? Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string') : [];

const fieldsOf = (body: HttpBody): [string, string][] => {
  if ('json' in body) return textFields(body.json);
  return textFields('form' in body ? body.form : body.multipart.fields);
};

const secretsOf = ({ headers = {}, body }: HttpCall): string[] => {
  const sent = body === undefined ? [] : fieldsOf(body);
  return [
    ...Object.entries(headers).flatMap(([name, value]) => (SECRET_HEADERS.has(name.toLowerCase()) ? [value.replace(/^Bearer /, '')] : [])),
    ...sent.flatMap(([name, value]) => (SECRET_FIELDS.has(name) ? [value] : [])),
  ].filter(({ length }) => length >= SHORTEST_SECRET);
};

/** Takes the call's own secrets out of a text: error pages like to repeat what they were sent. */
export const redact = (text: string, call: HttpCall): string =>
  secretsOf(call).reduce((clean, secret) => clean.replaceAll(secret, '[secret]'), text);
