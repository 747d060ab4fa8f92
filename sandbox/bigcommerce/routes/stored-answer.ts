import type { ApiContext } from './api-env.ts';

const TYPE = 'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes';

/**
 * The answer to products that were stored. Where a product's stock could not be, it is 207: the data of what is stored, and
 * beside it what failed, by the product's place in the request (products_catalog.v3.yml, "Multi-status").
 */
export function storedAnswer(context: ApiContext, inputs: readonly { inventory_level?: number | null | undefined }[], body: object): Response {
  const failed = inputs.flatMap(({ inventory_level: level }, index) => ((level ?? 0) < 0 ? [[`${index}.inventory_level`, 'A stock level cannot be negative.']] : []));
  if (failed.length === 0) return context.json(body as never);
  const errors = { status: 207, title: 'Some of the attributes could not be saved.', type: TYPE, errors: Object.fromEntries(failed) as Record<string, string> };
  return context.json({ ...body, errors } as never, 207);
}
