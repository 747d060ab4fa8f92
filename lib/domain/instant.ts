import { z } from 'zod';

/** A moment in UTC as `2026-01-15T03:20:00.000Z`: sorts as text, survives JSON, and has one spelling. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .refine((text) => !Number.isNaN(Date.parse(text)), 'is no moment')
  .brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;
