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

/** `type` is left to the platform where a boundary goes with it. */
const encoded = (body: HttpBody): { type?: string; content: string | FormData } => {
  if ('json' in body) return { type: 'application/json', content: JSON.stringify(body.json) };
  if ('form' in body) return { type: 'application/x-www-form-urlencoded', content: new URLSearchParams(body.form).toString() };
  const { fields, file } = body.multipart;
  const content = new FormData();
  for (const [name, value] of Object.entries(fields)) content.set(name, value);
  content.set(file.field, new Blob([new Uint8Array(file.bytes)], { type: file.type }), file.name);
  return { content };
};

const initOf = ({ method, headers, body, timeoutMs }: Sending): RequestInit => {
  const sent = body && encoded(body);
  return {
    method,
    headers: { Accept: 'application/json', ...(sent?.type !== undefined && { 'Content-Type': sent.type }), ...headers },
    // A redirect is an answer like any other: following it would carry the token to a place that nobody chose.
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
    ...(sent && { body: sent.content }),
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
