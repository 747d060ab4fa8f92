import { z } from 'zod';
import { record, type Desk } from '../state/desk.ts';
import { amount } from '../wire/wire-types.ts';
import { brandOf, typesOf } from './named-things.ts';
import { putRow, variantsOf } from './product-index.ts';
import type { ProductRow } from './product-row.ts';
import { refuseTaken } from './refuse-taken.ts';
import { saveOutlets } from './save-outlets.ts';
import { setStock } from './set-stock.ts';
import { touch } from './touch.ts';

/** What a person changes of a product in Hike; what is left out stays. */
export const productChange = z.strictObject({
  name: z.string().min(1).optional(),
  sku: z.string().nullable().optional(),
  barcode: z.string().nullable().optional(),
  description: z.string().nullable().optional(),
  brand: z.string().nullable().optional(),
  type: z.string().nullable().optional(),
  tags: z.array(z.string().min(1)).optional(),
  pointOfSale: z.boolean().optional(),
  eCommerce: z.boolean().optional(),
  isActive: z.boolean().optional(),
  track_inventory: z.boolean().optional(),
  continue_selling_no_inventory: z.boolean().optional(),
  seO_feature: z.boolean().optional(),
  meta_title: z.string().nullable().optional(),
  meta_desc: z.string().nullable().optional(),
  meta_keywords: z.string().nullable().optional(),
  /** At every outlet, of the variants too; with or without tax, as the shop's rule has it. */
  price: amount.optional(),
  /** Sets what is on hand, at `outletId` or else the first outlet. */
  onHand: amount.optional(),
  outletId: z.number().int().optional(),
});

type ProductChange = z.output<typeof productChange>;

/** As the API numbers them. */
const CHANNELS = { pointOfSale: '1', eCommerce: '2' } as const;

function channelsAfter(row: ProductRow, change: ProductChange): ProductRow['sales_channels'] {
  return (['pointOfSale', 'eCommerce'] as const)
    .filter((name) => change[name] ?? row.sales_channels.some((channel) => channel.sales_channels === CHANNELS[name]))
    .map((name) => ({ sales_channels: CHANNELS[name] }));
}

/** What a product shares with its variants. */
function sharedDetails(desk: Desk, row: ProductRow, change: ProductChange): Partial<ProductRow> {
  const { description, isActive, track_inventory, continue_selling_no_inventory, seO_feature, meta_title, meta_desc, meta_keywords } = change;
  const kept = { description, isActive, track_inventory, continue_selling_no_inventory, seO_feature, meta_title, meta_desc, meta_keywords };
  return {
    ...Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)),
    ...(change.brand === undefined ? {} : brandOf(desk, { bran_name: change.brand, brand_id: null })),
    ...(change.type === undefined ? {} : { product_type: typesOf(desk, { product_type: change.type === null ? [] : [{ type_name: change.type }] }) }),
    ...(change.tags === undefined ? {} : { product_tags: change.tags.map((name) => ({ name })) }),
    sales_channels: channelsAfter(row, change),
  };
}

function pricedOutlets({ shop }: Desk, row: ProductRow, price: number | undefined): ProductRow['product_outlets'] {
  if (price === undefined) return row.product_outlets;
  const entered = shop.taxInclusive ? { price_inc_tax: price } : { price_ex_tax: price };
  return saveOutlets(shop, row.product_outlets.map((outlet) => ({ outlet_id: outlet.outlet_id, ...entered })), row.product_outlets);
}

function isStockOnly(change: ProductChange): boolean {
  return Object.keys(change).every((name) => name === 'onHand' || name === 'outletId');
}

/** Changes a product by hand, and its variants with it. A change of stock alone counts as one only where the shop is told so. */
export function editProduct(desk: Desk, row: ProductRow, change: ProductChange): ProductRow {
  const { shop } = desk;
  const { name = row.name, sku = row.sku, barcode = row.barcode, price, onHand, outletId } = change;
  if (!isStockOnly(change)) {
    refuseTaken(shop, { sku, barcode }, row.id);
    const shared = sharedDetails(desk, row, change);
    const prefix = `${row.name} / `;
    putRow(shop, { ...row, ...shared, name, sku, barcode, product_outlets: pricedOutlets(desk, row, price) });
    for (const variant of variantsOf(shop, row.id)) {
      const variantName = variant.name.startsWith(prefix) ? `${name} / ${variant.name.slice(prefix.length)}` : variant.name;
      putRow(shop, { ...variant, ...shared, name: variantName, product_outlets: pricedOutlets(desk, variant, price) });
      touch(desk, variant);
    }
    touch(desk, row);
    record(desk, 'product.updated', { id: row.id, reference: row.sku ?? '', data: row });
  }
  if (onHand !== undefined) setStock(desk, row, { onHand, outletId });
  return row;
}
