import { ApiRefusal } from '../api-refusal.ts';
import { nextId, type Store } from '../model/store.ts';
import { note, type Platform } from '../platform.ts';

const BRANDS = 30_000;

export interface Brand {
  id: number;
  name: string;
}

export function brandCalled(store: Store, name: string): Brand | undefined {
  const wanted = name.trim().toLowerCase();
  for (const brand of store.brands.values()) if (brand.name.trim().toLowerCase() === wanted) return brand;
  return undefined;
}

export function createBrand(platform: Platform, store: Store, name: string): Brand {
  if (brandCalled(store, name)) throw new ApiRefusal(409, 'The brand name is a duplicate.', { name: 'duplicate' });
  if (store.brands.size >= BRANDS) throw new ApiRefusal(422, `A store has at most ${BRANDS} brands.`);
  const brand = { id: nextId(store, 'brand', 35), name };
  store.brands.set(brand.id, brand);
  note(platform, store, { kind: 'brand.created', id: brand.id, reference: name, data: brand });
  return brand;
}

/** `brand_name` on a product: the brand of that name, made when there is none; no name is no brand. */
export function brandNamed(platform: Platform, store: Store, name: string): number {
  return name === '' ? 0 : (brandCalled(store, name) ?? createBrand(platform, store, name)).id;
}
