import type { z } from 'zod';
import { BrokenContract, type Side } from '../../engine/ports/failures';

/** Where and how a value differs from its schema; zod's messages name types, never the value itself. */
export const describeIssues = (error: z.ZodError): string =>
  error.issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
    .join('; ');

/** Parses what was read, or is about to be sent; `what` names it for whoever has to find the cause. */
export const parseWire = <T>(schema: z.ZodType<T>, value: unknown, { side, what }: { side: Side; what: string }): T => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new BrokenContract(side, `${side}, ${what}: ${describeIssues(parsed.error)}`);
};
