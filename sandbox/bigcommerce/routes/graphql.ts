import { Hono } from 'hono';
import { z } from 'zod';
import { nextId, type Extension, type Store } from '../model/store.ts';
import { note, type Platform } from '../platform.ts';
import type { ApiEnv } from './api-env.ts';

/** Two extensions per model, app and store. */
const PER_MODEL = 2;

const request = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()).nullish() });
const label = z.object({ defaultValue: z.string().min(1).max(255), locales: z.array(z.object({ value: z.string(), localeCode: z.string() })) });
const path = z.string().min(1).max(255).startsWith('/');
const createInput = z.object({ context: z.enum(['PANEL', 'LINK']), model: z.enum(['ORDERS', 'CUSTOMERS', 'PRODUCTS', 'PRODUCT_DESCRIPTION']), url: path, label });
const updateInput = z.object({ id: z.string(), data: z.object({ url: path.optional(), label: label.optional() }) });
const deleteInput = z.object({ id: z.string() });

interface Work {
  platform: Platform;
  store: Store;
  input: unknown;
}

class GraphqlError extends Error {}

const globalId = (extension: Extension) => `bc/store/appExtension/${extension.id}`;

const view = (extension: Extension) => ({
  id: globalId(extension),
  context: extension.context,
  model: extension.model,
  url: extension.url,
  label: extension.label,
});

function parse<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new GraphqlError(`Variable "$input" got an invalid value at "${issue?.path.join('.') ?? ''}": ${issue?.message ?? 'invalid'}`);
}

function find(store: Store, id: string): Extension {
  const extension = [...store.extensions.values()].find((candidate) => globalId(candidate) === id);
  if (!extension) throw new GraphqlError(`App extension ${id} was not found.`);
  return extension;
}

function create({ platform, store, input }: Work) {
  const fields = parse(createInput, input);
  const sameModel = [...store.extensions.values()].filter((extension) => extension.model === fields.model);
  if (sameModel.length >= PER_MODEL) throw new GraphqlError(`The limit of ${PER_MODEL} app extensions for the model ${fields.model} has been reached.`);
  const extension: Extension = { id: nextId(store, 'extension'), ...fields };
  store.extensions.set(extension.id, extension);
  note(platform, store, { kind: 'extension.created', id: globalId(extension), reference: extension.url, data: extension });
  return { createAppExtension: { appExtension: view(extension) } };
}

function update({ platform, store, input }: Work) {
  const { id, data } = parse(updateInput, input);
  const extension = find(store, id);
  extension.url = data.url ?? extension.url;
  // The label is replaced as a whole.
  extension.label = data.label ?? extension.label;
  note(platform, store, { kind: 'extension.updated', id, data: extension });
  return { updateAppExtension: { appExtension: view(extension) } };
}

function remove({ platform, store, input }: Work) {
  const { id } = parse(deleteInput, input);
  store.extensions.delete(find(store, id).id);
  note(platform, store, { kind: 'extension.deleted', id, data: {} });
  return { deleteAppExtension: { deletedAppExtensionId: id } };
}

function list({ store }: Work) {
  const edges = [...store.extensions.values()].map((extension) => ({ node: view(extension), cursor: String(extension.id) }));
  const last = edges.at(-1)?.cursor ?? null;
  const pageInfo = { hasNextPage: false, hasPreviousPage: false, startCursor: edges[0]?.cursor ?? null, endCursor: last };
  return { store: { appExtensions: { edges, pageInfo } } };
}

const OPERATIONS: { named: RegExp; run: (work: Work) => unknown }[] = [
  { named: /\bcreateAppExtension\b/, run: create },
  { named: /\bupdateAppExtension\b/, run: update },
  { named: /\bdeleteAppExtension\b/, run: remove },
  { named: /\bappExtensions\b/, run: list },
];

/** The variable that the operation passes as `input:`; inputs written into the query text are not understood here. */
function inputOf(query: string, variables: Record<string, unknown>): unknown {
  const name = /input:\s*\$(\w+)/.exec(query)?.[1];
  return name === undefined ? variables['input'] : variables[name];
}

/**
 * The admin GraphQL API as far as App Extensions go. It knows the operations by name and answers with all fields, whatever
 * the selection asks for. Failures are `errors` in a 200 answer.
 */
export function graphqlRoutes(platform: Platform): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.post('/graphql', async (context) => {
    const parsed = request.safeParse(await context.req.json().catch(() => undefined));
    if (!parsed.success) return context.json({ errors: [{ message: 'The request is not a GraphQL request.' }] });
    const { query, variables } = parsed.data;
    const operation = OPERATIONS.find((candidate) => candidate.named.test(query));
    if (!operation) return context.json({ errors: [{ message: 'Cannot query this field in the sandbox.' }] });
    try {
      return context.json({ data: operation.run({ platform, store: context.var.store, input: inputOf(query, variables ?? {}) }) as never });
    } catch (error) {
      if (!(error instanceof GraphqlError)) throw error;
      return context.json({ data: null, errors: [{ message: error.message, path: [], locations: [] }] });
    }
  });
  return app;
}
