import { z } from 'zod';
import { record, type Desk } from '../state/desk.ts';
import { Refusal } from '../wire/refusal.ts';
import { amount } from '../wire/wire-types.ts';
import { putRow, rowByCode, rowById } from './product-index.ts';
import type { Component, ProductRow } from './product-row.ts';
import { touch } from './touch.ts';

export const components = z.array(z.strictObject({ sku: z.string().optional(), productId: z.number().int().optional(), quantity: amount.default(1) }));

type ComponentInput = z.output<typeof components>[number];

function componentOf(desk: Desk, composite: ProductRow, wanted: ComponentInput): Component {
  const refuse = (message: string) => Refusal.invalid([{ field: 'components', message }]);
  const part = rowById(desk.shop, wanted.productId) ?? rowByCode(desk.shop, 'sku', wanted.sku ?? '');
  if (!part) throw refuse(`There is no product ${wanted.sku ?? wanted.productId}.`);
  if (part.id === composite.id || part.has_variants || part.components.length > 0) throw refuse('A part is another product, without variants and parts of its own.');
  if (wanted.quantity <= 0) throw refuse('A part needs a quantity above zero.');
  return { productId: part.id, quantity: wanted.quantity };
}

/** Makes a product a composite: from then on Hike computes its stock from these parts. An empty list makes it a single again. */
export function setComponents(desk: Desk, product: ProductRow, wanted: ComponentInput[]): ProductRow {
  if (product.has_variants) throw Refusal.invalid([{ field: 'components', message: 'A product with variants has no parts.' }]);
  const row = putRow(desk.shop, { ...product, components: wanted.map((part) => componentOf(desk, product, part)) });
  touch(desk, row);
  record(desk, 'product.updated', { id: row.id, reference: row.sku ?? '', data: row });
  return row;
}
