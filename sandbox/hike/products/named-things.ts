import type { Desk } from '../state/desk.ts';
import type { NamedThing } from '../state/shop.ts';
import type { ProductBody } from './product-body.ts';
import type { ProductRow } from './product-row.ts';

/** A brand or type that is named but unknown comes to be, as when typed into the vendor's own form. */
function named(desk: Desk, kind: 'brand' | 'productType', name: string): NamedThing {
  const things = kind === 'brand' ? desk.shop.brands : desk.shop.productTypes;
  const found = things.find((thing) => thing.name.toLowerCase() === name.toLowerCase());
  if (found) return found;
  const made = { id: desk.state.nextId(kind), name, description: '', isActive: true };
  things.push(made);
  return made;
}

export function brandOf(desk: Desk, body: Pick<ProductBody, 'brand_id' | 'bran_name'>): { brand_id: number | null; bran_name: string | null } {
  const brand = body.brand_id ? desk.shop.brands.find((other) => other.id === body.brand_id) : body.bran_name ? named(desk, 'brand', body.bran_name) : undefined;
  return { brand_id: brand?.id ?? null, bran_name: brand?.name ?? null };
}

export function typesOf(desk: Desk, body: Pick<ProductBody, 'product_type'>): ProductRow['product_type'] {
  return body.product_type.flatMap((given) => {
    const type = given.type_name ? named(desk, 'productType', given.type_name) : desk.shop.productTypes.find((other) => other.id === given.type_id);
    return type ? [{ type_id: type.id, type_name: type.name, parent_type_id: given.parent_type_id ?? 0 }] : [];
  });
}
