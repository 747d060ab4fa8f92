import type { Context } from 'hono';
import { Refusal } from '../wire/refusal.ts';

/** The vendor asks for JSON and answers 400 to another Content-Type; older callers get through with text/json. */
export async function readJsonBody(context: Context): Promise<unknown> {
  const type = (context.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json' && type !== 'text/json') throw new Refusal(400, 'The Content-Type must be application/json.');
  try {
    return await context.req.json<unknown>();
  } catch {
    throw new Refusal(400, 'The body is not valid JSON.');
  }
}
