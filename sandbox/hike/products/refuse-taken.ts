import type { Shop } from '../state/shop.ts';
import { Refusal } from '../wire/refusal.ts';
import { rowByCode } from './product-index.ts';

interface Codes {
  sku: string | null | undefined;
  barcode: string | null | undefined;
}

/** Hike refuses a SKU or a barcode that another row has. */
export function refuseTaken(shop: Shop, codes: Codes, id: number | undefined): void {
  for (const field of ['sku', 'barcode'] as const) {
    const wanted = codes[field];
    const taken = wanted ? rowByCode(shop, field, wanted) : undefined;
    if (taken && taken.id !== id) throw Refusal.invalid([{ field, message: `${field} "${wanted}" belongs to product ${taken.id}.` }]);
  }
}
