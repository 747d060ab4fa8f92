import type { HttpBody, Method, Query } from './http-call';
import type { Outcome } from './outcome';
import { readCappedText } from './read-capped-text';
import type { Transport } from './transport';
import { nameOfNetworkError, wasNeverSent } from './was-never-sent';

export interface Sending {
  method: Method;
  url: string;
  headers: Record<string, string>;
  body: HttpBody | undefined;
  timeoutMs: number;
  maxBytes: number;
}

export const addressOf = (baseUrl: string, path: string, query: Query = {}): string => {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  const search = new URLSearchParams(given).toString();
  return `${baseUrl.replace(/\/+$/, '')}${path}${search === '' ? '' : `?${search}`}`;
};

const encoded = (body: HttpBody): { type: string; text: string } =>
  'json' in body
    ? { type: 'application/json', text: JSON.stringify(body.json) }
    : { type: 'application/x-www-form-urlencoded', text: new URLSearchParams(body.form).toString() };

const initOf = ({ method, headers, body, timeoutMs }: Sending): RequestInit => {
  const content = body && encoded(body);
  return {
    method,
    headers: { Accept: 'application/json', ...(content && { 'Content-Type': content.type }), ...headers },
    // A redirect is an answer like any other: following it would carry the token to a place that nobody chose.
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
    ...(content && { body: content.text }),
  };
};

/** One request, once. Never throws for what the network does. */
export const sendOnce = async (transport: Transport, sending: Sending): Promise<Outcome> => {
  try {
    const response = await transport(sending.url, initOf(sending));
    const text = await readCappedText(response, sending.maxBytes);
    if (text === null) return { kind: 'oversized', status: response.status };
    return { kind: 'answered', status: response.status, headers: response.headers, text };
  } catch (error) {
    return { kind: wasNeverSent(error) ? 'not-sent' : 'unknown', cause: nameOfNetworkError(error) };
  }
};
