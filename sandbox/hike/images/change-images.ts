import { z } from 'zod';
import { touch } from '../products/touch.ts';
import type { ProductRow } from '../products/product-row.ts';
import { record, type Desk } from '../state/desk.ts';
import { Refusal } from '../wire/refusal.ts';
import type { ProductImage } from './product-image.ts';
import { onePrimary } from './save-images.ts';

export const imageToAdd = z.strictObject({
  /** Images with the same content have the same bytes; absent, the image is unlike any other. */
  content: z.string().regex(/^[\w-]{1,60}$/, 'may hold letters, digits, dashes and underscores').optional(),
  name: z.string().default(''),
  isPrimary: z.boolean().default(false),
  hasFullUrl: z.boolean().default(false),
  hasLongUrl: z.boolean().default(false),
  reach: z.enum(['public', 'private', 'gone']).default('public'),
});

/** All images of the product by id, in their new order; `primary` is the first when absent. */
export const imageOrder = z.strictObject({ order: z.array(z.number().int()), primary: z.number().int().optional() });

function keep(desk: Desk, row: ProductRow, images: ProductImage[]): ProductRow {
  row.images = onePrimary(images);
  touch(desk, row);
  record(desk, 'product.updated', { id: row.id, reference: row.sku ?? '', data: row });
  return row;
}

export function addImage(desk: Desk, row: ProductRow, { content, ...wanted }: z.output<typeof imageToAdd>): ProductRow {
  const id = desk.state.nextId('image');
  const others = wanted.isPrimary ? row.images.map((image) => ({ ...image, isPrimary: false })) : row.images;
  return keep(desk, row, [...others, { ...wanted, id, content: content ?? `image-${id}` }]);
}

export function removeImage(desk: Desk, row: ProductRow, id: string): ProductRow {
  const left = row.images.filter((image) => String(image.id) !== id);
  if (left.length === row.images.length) throw Refusal.notFound(`Image ${id}`);
  return keep(desk, row, left);
}

export function orderImages(desk: Desk, row: ProductRow, { order, primary }: z.output<typeof imageOrder>): ProductRow {
  const images = order.flatMap((id) => row.images.filter((image) => image.id === id));
  if (images.length !== row.images.length || new Set(order).size !== order.length)
    throw Refusal.invalid([{ field: 'order', message: 'The order names every image of the product once.' }]);
  const chosen = primary ?? order[0];
  return keep(desk, row, images.map((image) => ({ ...image, isPrimary: image.id === chosen })));
}
