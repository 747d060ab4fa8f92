import type { SessionView } from '../../../lib/domain/views/views';
import { ApiError } from './api-error';
import { readAnswer, readFile } from './read-answer';

export type SessionState =
  | { status: 'starting' }
  | { status: 'signed-in'; user: SessionView['user']; isOwner: boolean }
  | { status: 'signed-out'; message: string; reopenUrl: string | null }
  | { status: 'unreachable'; message: string };

export interface ApiRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
}

const READ: ApiRequest = { method: 'GET' };

type Http = (url: string, init: RequestInit) => Promise<Response>;

export const STARTING: SessionState = { status: 'starting' };

/** Renewed this long before it expires, so that no request meets an expired token. */
const RENEW_EARLY_MS = 60_000;
const SHORTEST_RENEWAL_MS = 5_000;

const ENDED = 'Your session has ended. Open the app again from the control panel.';
const LOGGED_OUT = 'You signed out of the control panel.';
const signedOut = () => new ApiError(401, { code: 'signed-out', message: ENDED });
const unreachable = () => new ApiError(0, { code: 'failed', message: 'The app could not be reached. Check your connection and try again.' });

const asApiError = (error: unknown): ApiError => (error instanceof ApiError ? error : unreachable());

/** One person's session with one store. The token lives in this object and nowhere else. */
export class StoreSession {
  readonly #path: string;
  readonly #http: Http;
  readonly #listeners = new Set<() => void>();
  #state: SessionState = STARTING;
  #token: string | null = null;
  #started: Promise<void> | null = null;
  #renewing: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(storeHash: string, http: Http = (url, init) => fetch(url, init)) {
    this.#path = `/api/stores/${storeHash}/session`;
    this.#http = http;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): SessionState => this.#state;

  /** Redeems the one-time code once; without one, or when it is spent, the partitioned cookie may answer. */
  start(code: string | null): Promise<void> {
    return (this.#started ??= this.#begin(code));
  }

  request(path: string, request: ApiRequest = READ): Promise<unknown> {
    return this.#ask(path, request, readAnswer);
  }

  /** A file instead of an answer for the page. */
  download(path: string): Promise<Blob> {
    return this.#ask(path, READ, readFile);
  }

  async #ask<Answer>(path: string, request: ApiRequest, read: (response: Response) => Promise<Answer>): Promise<Answer> {
    if (this.#state.status === 'signed-out') throw signedOut();
    const used = this.#token;
    try {
      return await read(await this.#send(path, request));
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error;
      // Another request may have renewed the token meanwhile; then trying again is enough.
      if (used === this.#token) await this.#renew();
      return read(await this.#send(path, request));
    }
  }

  async signOut(): Promise<void> {
    const leaving = this.#token === null ? null : this.#send(this.#path, { method: 'DELETE' });
    this.#drop(LOGGED_OUT, null);
    await leaving?.catch(() => undefined);
  }

  async #begin(code: string | null): Promise<void> {
    this.#become(STARTING);
    try {
      await (code === null ? this.#redeem({}) : this.#redeemCode(code));
    } catch (error) {
      this.#started = null;
      const failure = asApiError(error);
      if (failure.isTransient) this.#become({ status: 'unreachable', message: failure.message });
      else this.#drop(failure.message, failure.refusal.reopenUrl ?? null);
    }
  }

  async #redeemCode(code: string): Promise<void> {
    try {
      await this.#redeem({ code });
    } catch (error) {
      // A code is spent after one use or two minutes; the cookie may still know the person.
      if (asApiError(error).isTransient) throw error;
      await this.#redeem({});
    }
  }

  async #redeem(body: { code?: string }): Promise<void> {
    const session = (await readAnswer(await this.#send(this.#path, { method: 'POST', body }))) as SessionView;
    // Somebody logged out while the answer was on its way: it must not sign them in again.
    if (this.#state.status !== 'signed-out') this.#keep(session);
  }

  /** Single-flight: ten requests that meet an expired token make one renewal. */
  #renew(): Promise<void> {
    return (this.#renewing ??= this.#renewOnce().finally(() => {
      this.#renewing = null;
    }));
  }

  async #renewOnce(): Promise<void> {
    try {
      await this.#redeem({});
    } catch (error) {
      const failure = asApiError(error);
      if (!failure.isTransient) this.#drop(ENDED, failure.refusal.reopenUrl ?? null);
      throw failure;
    }
  }

  #keep(session: SessionView): void {
    this.#token = session.token;
    clearTimeout(this.#timer);
    const wait = Math.max(Date.parse(session.expiresAt) - Date.now() - RENEW_EARLY_MS, SHORTEST_RENEWAL_MS);
    // A failed renewal is no news yet: the next request tries again and tells the person.
    this.#timer = setTimeout(() => void this.#renew().catch(() => undefined), wait);
    if (this.#state.status !== 'signed-in') this.#become({ status: 'signed-in', user: session.user, isOwner: session.isOwner });
  }

  #drop(message: string, reopenUrl: string | null): void {
    this.#token = null;
    clearTimeout(this.#timer);
    this.#become({ status: 'signed-out', message, reopenUrl });
  }

  #become(state: SessionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  #send(path: string, { method, body }: ApiRequest): Promise<Response> {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (this.#token !== null) headers['authorization'] = `Bearer ${this.#token}`;
    const init: RequestInit = { method, headers, credentials: 'same-origin', cache: 'no-store' };
    if (body !== undefined) init.body = JSON.stringify(body);
    return this.#http(path, init).catch(() => {
      throw unreachable();
    });
  }
}
