import { saveImages } from '../images/save-images.ts';
import { record, type Desk } from '../state/desk.ts';
import { Refusal } from '../wire/refusal.ts';
import type { ProductBody, VariantBody } from './product-body.ts';
import { brandOf, typesOf } from './named-things.ts';
import { putRow, rowById } from './product-index.ts';
import type { ProductRow } from './product-row.ts';
import { refuseTaken } from './refuse-taken.ts';
import { saveOutlets } from './save-outlets.ts';

function details(desk: Desk, body: ProductBody) {
  return {
    ...brandOf(desk, body),
    description: body.description ?? null,
    primary_image: body.primary_image ?? null,
    season_id: body.season_id ?? null,
    season_name: body.season_name ?? null,
    supplier_code: body.supplier_code ?? null,
    sales_code: body.sales_code ?? null,
    purchase_code: body.purchase_code ?? null,
    inventory_asset_acc_code: body.inventory_asset_acc_code ?? null,
    customField: body.customField ?? null,
    isPricingDifferentByOutlet: body.isPricingDifferentByOutlet ?? false,
    track_inventory: body.track_inventory ?? true,
    continue_selling_no_inventory: body.continue_selling_no_inventory ?? false,
    additional_reward_points: body.additional_reward_points ?? 0,
    seO_feature: body.seO_feature ?? false,
    meta_title: body.meta_title ?? null,
    meta_desc: body.meta_desc ?? null,
    meta_keywords: body.meta_keywords ?? null,
    enable_unit_of_measure: body.enable_unit_of_measure ?? false,
    product_tags: body.product_tags,
    product_type: typesOf(desk, body),
    sales_channels: body.sales_channels,
    product_suppliers: body.product_suppliers,
    product_attributes: body.product_attributes,
    product_extras: body.product_extras,
    product_unit_of_measures: body.product_unit_of_measures,
    isActive: body.isActive ?? true,
  };
}

function blankOutlets(parent: ProductRow): ProductRow['product_outlets'] {
  return parent.product_outlets.map((outlet) => ({ ...outlet, on_hand_inventory: 0, reserved_inventory: 0 }));
}

/** Saves one variant of a product, as a row of its own; what it does not say for itself is its parent's. */
export function saveVariant(desk: Desk, parent: ProductRow, variant: VariantBody): ProductRow {
  const { shop, state } = desk;
  const known = rowById(shop, variant.prod_variant_id);
  const before = known?.parentId === parent.id ? known : undefined;
  refuseTaken(shop, { sku: variant.sku, barcode: variant.barcode }, before?.id);
  const option = variant.variant_name ?? variant.variant_sub_values.map((value) => value.variant_sub_value_name).join(' / ');
  return putRow(shop, {
    ...parent,
    id: before?.id ?? state.nextId('product'),
    parentId: parent.id,
    name: `${parent.name} / ${option}`,
    sku: variant.sku ?? null,
    barcode: variant.barcode ?? null,
    has_variants: false,
    product_attributes: [],
    created_date_time: before?.created_date_time ?? desk.now().toISOString(),
    product_outlets: saveOutlets(shop, variant.variant_outlets, before?.product_outlets ?? blankOutlets(parent)),
    variantValues: variant.variant_sub_values,
    images: saveImages(state, variant.variant_images, before?.images ?? []),
  });
}

/** Creates a product, or saves the whole of one (`id` given), with its variants. */
export function saveProduct(desk: Desk, body: ProductBody): { product: ProductRow; created: boolean } {
  const { shop, state } = desk;
  const before = rowById(shop, body.id);
  if (body.id && !before) throw Refusal.notFound(`Product ${body.id}`);
  refuseTaken(shop, { sku: body.sku, barcode: body.barcode }, before?.id);
  const now = desk.now().toISOString();
  const product = putRow(shop, {
    ...details(desk, body),
    id: before?.id ?? state.nextId('product'),
    parentId: before?.parentId ?? 0,
    name: body.name,
    sku: body.sku ?? null,
    barcode: body.barcode ?? null,
    has_variants: body.product_variants.length > 0 || (before?.has_variants ?? false),
    created_date_time: before?.created_date_time ?? now,
    last_modified: now,
    product_outlets: saveOutlets(shop, body.product_outlets, before?.product_outlets),
    variantValues: before?.variantValues ?? [],
    images: saveImages(state, body.additional_images, before?.images ?? []),
    components: before?.components ?? [],
  });
  for (const variant of body.product_variants) saveVariant(desk, product, variant);
  record(desk, before ? 'product.updated' : 'product.created', { id: product.id, reference: product.sku ?? '', data: product });
  return { product, created: !before };
}
