import type { z } from 'zod';
import { storableJson, storableText } from '../domain/storable-text';
import { ApiRefused } from './api-refused';
import { readText } from './read-text';

/** Settings with a few hundred payment methods fit many times over. */
const MAX_BYTES = 256 * 1024;
/** A body may be wrong in a hundred thousand places; no page shows so many. */
const MOST_ISSUES = 100;

const check = <Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = Object.fromEntries(parsed.error.issues.slice(0, MOST_ISSUES).map(({ path, message }) => [path.join('.'), message]));
  throw new ApiRefused({ code: 'invalid', message: 'The request was not understood. Reload the page and try again.', fields });
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(storableJson(text));
  } catch {
    throw new ApiRefused({ code: 'invalid', message: 'The request is not JSON.' });
  }
};

/** The JSON body, as the schema promises it. An empty body counts as `{}`. */
export const readBody = async <Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.output<Schema>> => {
  const text = await readText(request, MAX_BYTES);
  if (text === null) throw new ApiRefused({ code: 'invalid', message: 'The request is too large.' });
  return check(schema, text === '' ? {} : parseJson(text));
};

/** The query, each name once; of a repeated one the last counts. */
export const readQuery = <Schema extends z.ZodType>(request: Request, schema: Schema): z.output<Schema> =>
  check(schema, Object.fromEntries([...new URL(request.url).searchParams].map(([name, value]) => [name, storableText(value)])));

/** A part of the path. */
export const readParam = <Schema extends z.ZodType>(value: string, schema: Schema): z.output<Schema> => {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new ApiRefused({ code: 'not-found', message: 'There is no such page.' });
  return parsed.data;
};
