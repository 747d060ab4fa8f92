import type { Priority } from './pacer';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Absent values are left out; the rest is percent-encoded. */
export type Query = Record<string, string | number | boolean | undefined>;

export interface HttpFile {
  /** Of the form's field. */
  field: string;
  name: string;
  type: string;
  bytes: Uint8Array;
}

export type HttpBody = { json: unknown } | { form: Record<string, string> } | { multipart: { fields: Record<string, string>; file: HttpFile } };

export interface HttpCall {
  method?: Method;
  /** Below the base address, starting with a slash. */
  path: string;
  query?: Query;
  headers?: Record<string, string>;
  body?: HttpBody;
  /** What the client was made with for reads, and urgent for writes, unless this says otherwise. */
  priority?: Priority;
  /** Instead of the client's. */
  timeoutMs?: number;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}
