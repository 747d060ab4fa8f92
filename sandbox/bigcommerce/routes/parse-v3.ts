import type { z } from 'zod';
import { ApiRefusal } from '../api-refusal.ts';

/** V3 names the wrong fields: 422 with a message per path. */
export function parseV3<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const errors = Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join('.') || 'body', issue.message]));
  throw new ApiRefusal(422, 'JSON data is missing or invalid', errors);
}

/** A batch beyond the limit of the endpoint is 413, not a validation error. */
export function assertBatch(body: unknown, largest: number): void {
  if (Array.isArray(body) && body.length > largest) throw new ApiRefusal(413, `The request may hold at most ${largest} items.`);
}
