import type { z } from 'zod';
import { Refusal } from './refusal.ts';

/** `invoiceLineItems[0].quantity`: a path as a .NET service would name it. */
function fieldName(path: PropertyKey[]): string {
  return path.reduce<string>((name, part) => (typeof part === 'number' ? `${name}[${part}]` : name ? `${name}.${String(part)}` : String(part)), '');
}

export function parseBody<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw Refusal.invalid(parsed.error.issues.map((issue) => ({ field: fieldName(issue.path), message: issue.message })));
}
