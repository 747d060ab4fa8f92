import type { Context } from 'hono';
import type { Store } from '../model/store.ts';
import { ApiRefusal } from '../api-refusal.ts';

/** What the gate leaves for the routes: the store that the token speaks for. */
export interface ApiEnv {
  Variables: { store: Store };
}

export type ApiContext = Context<ApiEnv>;

/** The body as JSON; a wrong type or broken JSON is refused before any route sees it. */
export async function jsonBody(context: ApiContext): Promise<unknown> {
  const type = context.req.header('content-type') ?? '';
  if (!type.includes('json')) throw new ApiRefusal(415, 'The Content-Type must be application/json.');
  const text = await context.req.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ApiRefusal(400, 'The request body is not valid JSON.');
  }
}

export function idParam(context: ApiContext, name: string): number {
  const value = context.req.param(name) ?? '';
  if (!/^\d+$/.test(value)) throw new ApiRefusal(404, 'The requested resource was not found.');
  return Number(value);
}

/** A V2 list: an array, or 204 without a body when nothing matches. */
export function v2List(context: ApiContext, items: unknown[]): Response {
  return items.length === 0 ? context.body(null, 204) : context.json(items as never);
}

/** The address of the store's V2 API, as links in answers show it. */
export function v2Url(publicUrl: string, store: Store): string {
  return `${publicUrl}/stores/${store.hash}/v2`;
}
