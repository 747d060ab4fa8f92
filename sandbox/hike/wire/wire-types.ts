import { z } from 'zod';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A number; some callers send amounts as strings with two decimals, so these are taken too. */
export const amount = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/, 'is not a number')
    .transform(Number),
]);

export const flag = z.boolean().nullish();

export const text = z.string().nullish();

export const wholeNumber = z.number().int().nullish();

/** Date-times are UTC; one without an offset is read as UTC. */
export const dateTime = z
  .string()
  .transform((given) => new Date(/(z|[+-]\d\d:?\d\d)$/i.test(given) ? given : `${given}Z`))
  .refine((date) => !Number.isNaN(date.getTime()), 'is not a date and time')
  .transform((date) => date.toISOString());

/** Binds names whatever their case (`registerid`), as ASP.NET does. */
export function anyCase<S extends z.ZodObject>(schema: S) {
  const names = new Map(Object.keys(schema.shape).map((name) => [name.toLowerCase(), name]));
  return z.preprocess(
    (value) => (isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, item]) => [names.get(name.toLowerCase()) ?? name, item])) : value),
    schema,
  );
}

/** A field that may be absent or null, and then has a default. */
export function orElse<S extends z.ZodType, D>(schema: S, fallback: D) {
  return schema.nullish().transform((value): NonNullable<z.output<S>> | D => value ?? fallback);
}
