import type { ProductImage } from '../images/product-image.ts';

/** Price and stock of a product at an outlet. `available_inventory` is derived when answering. */
export interface ProductOutlet {
  outlet_id: number;
  outlet_name: string;
  cost_price: number;
  markup: number;
  price_ex_tax: number;
  tax_id: number;
  tax_name: string;
  tax_rate: number;
  price_inc_tax: number;
  avgCost_price: number;
  on_hand_inventory: number;
  inventory_to_receive: number;
  reserved_inventory: number;
  reorder_level: number;
  reorder_qty: number;
  visible_or_not: boolean;
}

interface VariantValue {
  variant_sub_value_name: string;
}

/** An option of a product with variants. The members' names are not recorded anywhere. */
export interface ProductAttribute {
  attribute_name: string;
  attribute_values: string[];
}

/** A part of a composite: so many of another product. */
export interface Component {
  productId: number;
  quantity: number;
}

/** A product, or a variant child (`parentId` set), as it is kept: the API's own names and misspellings, but for the last three. */
export interface ProductRow {
  id: number;
  parentId: number;
  name: string;
  description: string | null;
  sku: string | null;
  barcode: string | null;
  primary_image: string | null;
  brand_id: number | null;
  bran_name: string | null;
  season_id: number | null;
  season_name: string | null;
  supplier_code: string | null;
  sales_code: string | null;
  purchase_code: string | null;
  inventory_asset_acc_code: string | null;
  customField: string | null;
  isPricingDifferentByOutlet: boolean;
  has_variants: boolean;
  track_inventory: boolean;
  continue_selling_no_inventory: boolean;
  additional_reward_points: number;
  created_date_time: string;
  last_modified: string;
  seO_feature: boolean;
  meta_title: string | null;
  meta_desc: string | null;
  meta_keywords: string | null;
  enable_unit_of_measure: boolean;
  product_tags: { name: string }[];
  product_type: { type_id: number; type_name: string; parent_type_id: number }[];
  sales_channels: { sales_channels: string }[];
  product_outlets: ProductOutlet[];
  product_suppliers: unknown[];
  product_attributes: ProductAttribute[];
  product_extras: unknown[];
  product_unit_of_measures: unknown[];
  isActive: boolean;
  /** Of a variant child alone: its option values, in the order of the parent's attributes. Not answered on the row itself. */
  variantValues: VariantValue[];
  /** Answered as `additional_images`, and as `variant_images` of a variant. */
  images: ProductImage[];
  /** Of a composite alone, whose stock follows from these. Not answered at all, as far as callers know. */
  components: Component[];
}
