import { z } from 'zod';
import type { Answer } from '../http/http-call';
import { plainReason } from '../http/plain-reason';
import { readJson } from '../http/read-json';

const said = z.string().trim().min(1);

/** V2: a list, one item per mistake. */
const v2 = z.array(z.looseObject({ message: said, details: z.unknown().optional() })).min(1);
const v2Details = z.record(z.string(), z.unknown());

/** V3, and GraphQL's and OAuth's relatives of it. */
const v3 = z.looseObject({
  title: said.optional().catch(undefined),
  detail: said.optional().catch(undefined),
  errors: z.unknown().optional(),
  error: said.optional().catch(undefined),
  error_description: said.optional().catch(undefined),
  message: said.optional().catch(undefined),
});

/** `0.email` of a list of one is `email` to whoever reads it. */
const fieldName = (field: string): string => field.replace(/^\d+(\.|$)/, '');

/** Mistakes lie two or three levels deep; what is nested further is no list of mistakes. */
const DEEPEST = 10;

const words = (value: unknown, depth = 0): string[] => {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (depth === DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((item) => words(item, depth + 1));
  if (typeof value !== 'object' || value === null) return [];
  const message = 'message' in value ? words(value.message, depth + 1) : [];
  if (message.length > 0) return message;
  return Object.entries(value).flatMap(([field, inner]) => words(inner, depth + 1).map((text) => (fieldName(field) === '' ? text : `${fieldName(field)}: ${text}`)));
};

const fromV2 = (value: unknown): string | undefined => {
  const parsed = v2.safeParse(value);
  if (!parsed.success) return undefined;
  return parsed.data
    .map(({ message, details }) => {
      const known = v2Details.safeParse(details);
      const more = known.success ? words(known.data) : [];
      return more.length > 0 ? `${message} (${more.join('; ')})` : message;
    })
    .join('; ');
};

const fromV3 = (value: unknown): string | undefined => {
  const parsed = v3.safeParse(value);
  if (!parsed.success) return undefined;
  const { title, detail, errors, error, error_description: description, message } = parsed.data;
  const details = words(errors);
  const headline = title ?? description ?? message ?? error ?? detail;
  if (details.length === 0) return title && detail ? `${title}: ${detail}` : headline;
  return headline ? `${headline} (${details.join('; ')})` : details.join('; ');
};

/** BigCommerce's refusal as one sentence for a merchant, from a V2 or V3 body, or from whatever a proxy says. */
export const reasonFromAnswer = ({ text }: Answer): string => {
  const body = readJson(text);
  return plainReason(fromV2(body) ?? fromV3(body) ?? text);
};
