import type { Transport } from '../transport';

export interface SentCall {
  method: string;
  /** Path and query. */
  url: string;
  headers: Record<string, string>;
  body: unknown;
}

export interface ScriptedTransport {
  transport: Transport;
  sent: SentCall[];
}

type Script = (call: SentCall) => { status?: number; body?: unknown; text?: string; bytes?: Uint8Array<ArrayBuffer>; headers?: Record<string, string> };

const parsed = (body: unknown): unknown => {
  if (body instanceof FormData) return Object.fromEntries(body);
  if (typeof body !== 'string') return undefined;
  return body.startsWith('{') || body.startsWith('[') ? (JSON.parse(body) as unknown) : Object.fromEntries(new URLSearchParams(body));
};

/** Answers each call by a function, and keeps what was sent. */
export const scriptedTransport = (script: Script): ScriptedTransport => {
  const sent: SentCall[] = [];
  return {
    sent,
    transport: (address, init) => {
      const { pathname, search } = new URL(address);
      const call: SentCall = { method: init.method ?? 'GET', url: decodeURIComponent(pathname + search.replaceAll('+', ' ')), headers: { ...(init.headers as Record<string, string>) }, body: parsed(init.body) };
      sent.push(call);
      const { status = 200, body, text, bytes, headers = {} } = script(call);
      const content = bytes ?? text ?? (body === undefined ? null : JSON.stringify(body));
      return Promise.resolve(new Response(status === 204 ? null : content, { status, headers }));
    },
  };
};
