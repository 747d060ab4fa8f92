import type { FieldOwner, ProductField } from '../../lib/domain/catalogue-words';

/** A field's name and what deciding it means. */
export const OWNED_FIELDS: Record<ProductField, { name: string; about: string }> = {
  name: { name: 'Name', about: 'What shoppers read first, also in search results.' },
  description: { name: 'Description', about: 'The text of the product page.' },
  sku: { name: 'SKU', about: 'What both sides are matched by; best decided in one place.' },
  barcode: { name: 'Barcode', about: 'UPC, EAN or GTIN, as the scanner reads it.' },
  brand: { name: 'Brand', about: 'Created in BigCommerce where it does not exist.' },
  categories: { name: 'Categories', about: 'Hike’s product types. Where Hike decides, those that it no longer names are taken away again; what you added by hand stays.' },
  tags: { name: 'Tags', about: 'Hike’s tags, as search keywords.' },
  seo: { name: 'Search engine texts', about: 'Page title and description for search engines.' },
  price: { name: 'Price', about: 'Hike’s retail price, in the field chosen under Sale price.' },
  images: { name: 'Pictures', about: 'In Hike’s order. Where Hike decides, those removed there are removed online.' },
  visibility: { name: 'Visibility', about: 'Whether shoppers see the product.' },
  stock: { name: 'Stock', about: 'How many can be sold, as set under Stock.' },
};

export const OWNER_OPTIONS: { value: FieldOwner; content: string }[] = [
  { value: 'hike', content: 'Hike' },
  { value: 'bigcommerce', content: 'BigCommerce' },
  { value: 'nobody', content: 'Nobody' },
];
