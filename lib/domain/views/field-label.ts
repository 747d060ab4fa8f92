import type { ProductField } from '../catalogue-words';

const LABELS: Record<ProductField, string> = {
  name: 'Name',
  description: 'Description',
  sku: 'SKU',
  barcode: 'Barcode',
  brand: 'Brand',
  categories: 'Categories',
  tags: 'Search keywords',
  seo: 'Search engine texts',
  price: 'Price',
  images: 'Pictures',
  visibility: 'Visibility',
  stock: 'Stock',
};

/** What a field of a product is called on screen; a variant's is named with its SKU. */
export const fieldLabel = (field: ProductField, sku: string | null = null): string => (sku === null ? LABELS[field] : `${LABELS[field]} of ${sku}`);
