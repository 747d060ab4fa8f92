import type { Context } from 'hono';
import type { z } from 'zod';

/** A control call that cannot be done; the sentence is for whoever writes the test. */
export class ControlRefusal extends Error {
  readonly status: 404 | 422;
  readonly problems: { field: string; message: string }[];

  constructor(status: 404 | 422, message: string, problems: { field: string; message: string }[] = []) {
    super(message);
    this.status = status;
    this.problems = problems;
  }
}

/** Reads a control body; no body at all is an empty object. */
export async function controlBody<T>(context: Context, schema: z.ZodType<T>): Promise<T> {
  const text = await context.req.text();
  let body: unknown;
  try {
    body = text === '' ? {} : JSON.parse(text);
  } catch {
    throw new ControlRefusal(422, 'The body is not JSON.');
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new ControlRefusal(422, 'The body is not understood.', parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message })));
}
