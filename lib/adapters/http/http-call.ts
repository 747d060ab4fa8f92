export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Absent values are left out; the rest is percent-encoded. */
export type Query = Record<string, string | number | boolean | undefined>;

export type HttpBody = { json: unknown } | { form: Record<string, string> };

export interface HttpCall {
  method?: Method;
  /** Below the base address, starting with a slash. */
  path: string;
  query?: Query;
  headers?: Record<string, string>;
  body?: HttpBody;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}
