import { z } from 'zod';
import type { Answer } from '../http/http-call';
import { plainReason } from '../http/plain-reason';
import { readJson } from '../http/read-json';

const said = z.string().trim().min(1);
const issue = z.union([
  said,
  z.object({ field: said.optional(), message: said }).transform(({ field, message }) => (field ? `${field}: ${message}` : message)),
]);
/** `errors` of a 422: a list of words or of fields, or words per field; its shape is undocumented (reference: hike-api 2.3). */
const errors = z.union([
  z.array(issue).min(1),
  z.record(z.string(), z.union([said.transform((text) => [text]), z.array(said)])).transform((map) => Object.entries(map).map(([field, texts]) => `${field}: ${texts.join(' ')}`)),
]);
/** The envelope of ASP.NET Boilerplate, which the till's own API uses. */
const boilerplate = z.object({ message: said, details: said.nullish(), validationErrors: z.array(issue).nullish() });

const body = z.object({
  errors: errors.optional().catch(undefined),
  error: z.union([boilerplate, said]).optional().catch(undefined),
  error_description: said.optional().catch(undefined),
  message: said.optional().catch(undefined),
});

const fromError = (error: z.output<typeof body>['error']): string | undefined => {
  if (error === undefined || typeof error === 'string') return error;
  const details = error.validationErrors?.length ? error.validationErrors.join('; ') : error.details;
  return details ? `${error.message} ${details}` : error.message;
};

const fromJson = (value: unknown): string | undefined => {
  const parsed = body.safeParse(value);
  if (!parsed.success) return undefined;
  const { errors: list, error, error_description: description, message } = parsed.data;
  return list && list.length > 0 ? list.join('; ') : (description ?? fromError(error) ?? message);
};

/** `oauth_problem=…&oauth_problem_advice=…`, as an answer about the quota or the plan comes. */
const fromForm = (text: string): string | undefined => {
  if (!/^[\w.]+=[^<>{}\s]*(&|$)/.test(text.trim())) return undefined;
  const form = new URLSearchParams(text.trim());
  return form.get('oauth_problem_advice') ?? form.get('oauth_problem') ?? undefined;
};

/** Hike's refusal as one sentence for a merchant, whatever shape it comes in. */
export const reasonFromAnswer = ({ text }: Answer): string => plainReason(fromJson(readJson(text)) ?? fromForm(text) ?? text);
