import { z } from 'zod';
import { AccessLost } from '../../engine/ports/failures';
import type { HttpCall, Query } from '../http/http-call';
import type { HttpClient } from '../http/create-http-client';
import { parseWire } from '../http/parse-wire';

/** The shop's access token, kept and renewed elsewhere: one renewal at a time, across processes. */
export interface HikeAccess {
  token(): Promise<string>;
  /** Called with the token that Hike refused. Throws AccessLost when only a person can help. */
  renew(deadToken: string): Promise<string>;
}

export interface HikeApi {
  get<T>(path: string, query: Query, schema: z.ZodType<T>): Promise<T>;
  /** Asks for any answer at all, and does not wait long for it. */
  probe(path: string, query: Query): Promise<void>;
  /** Parses what is sent before it is sent. */
  post<B, T>(path: string, body: { schema: z.ZodType<B>; value: B }, answer: z.ZodType<T>): Promise<T>;
}

const PROBE_MS = 8_000;
const anyObject = z.record(z.string(), z.unknown());

/** The calls under `/api/v1` with the shop's token. A 401 means that nothing was done, so a write may follow it too. */
export const createHikeApi = (http: HttpClient, access: HikeAccess): HikeApi => {
  const authorised = async <T>(send: (headers: Record<string, string>) => Promise<T>): Promise<T> => {
    const token = await access.token();
    try {
      return await send({ Authorization: `Bearer ${token}` });
    } catch (error) {
      if (!(error instanceof AccessLost)) throw error;
    }
    return send({ Authorization: `Bearer ${await access.renew(token)}` });
  };

  return {
    get: (path, query, schema) => authorised((headers) => http.read({ path, query, headers }, schema)),
    probe: async (path, query) => void (await authorised((headers) => http.read({ path, query, headers, timeoutMs: PROBE_MS }, anyObject))),
    post: async (path, { schema, value }, answer) => {
      const json = parseWire(schema, value, { side: 'hike', what: `body of ${path}` });
      const call: HttpCall = { method: 'POST', path, body: { json } };
      return authorised((headers) => http.write({ ...call, headers }, answer));
    },
  };
};
