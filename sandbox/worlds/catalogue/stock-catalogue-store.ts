import { randomUUID } from 'node:crypto';
import { renameProduct, renameVariant } from '../../bigcommerce/catalogue/catalogue-index.ts';
import type { ProductPost } from '../../bigcommerce/catalogue/product-input.ts';
import { levelAt, variantsOf } from '../../bigcommerce/catalogue/stock.ts';
import { createProduct } from '../../bigcommerce/catalogue/write-products.ts';
import { nextId, type Product, type Store } from '../../bigcommerce/model/store.ts';
import { findBySku } from '../../bigcommerce/orders/placed-lines.ts';
import type { Platform } from '../../bigcommerce/platform.ts';
import type { CatalogueGood, GoodStock } from './catalogue-good.ts';

const TAX_FREE = 4;
const WAREHOUSE = 2;

function bodyOf(good: CatalogueGood, categoryId: number): ProductPost {
  return {
    name: good.name,
    type: 'physical',
    sku: good.sku,
    description: good.description,
    weight: 0.5,
    price: good.priceCents / 100,
    cost_price: good.costCents / 100,
    upc: good.barcode,
    brand_name: good.brand,
    categories: [categoryId],
    tax_class_id: good.isTaxFree ? TAX_FREE : 0,
    is_visible: good.isOnline,
    search_keywords: good.tags.join(', '),
    inventory_tracking: good.tracksStock ? (good.variants.length > 0 ? 'variant' : 'product') : 'none',
    inventory_level: good.stock[0] ?? 0,
    variants: good.variants.map((variant) => ({
      sku: variant.sku,
      upc: variant.barcode,
      inventory_level: variant.stock[0] ?? 0,
      option_values: variant.values.map((label, at) => ({ option_display_name: good.options[at] ?? '', label })),
    })),
  };
}

/** The catalogue's own call puts stock at the default location alone. */
function stockWarehouse(store: Store, variantId: number, stock: GoodStock): void {
  if (stock[1] === null) return;
  Object.assign(levelAt(store, variantId, WAREHOUSE), { onHand: stock[1], everAbsolute: true });
}

function addCategory(store: Store, name: string): number {
  const id = nextId(store, 'category', 18);
  store.categories.set(id, { id, name, parentId: 0, uuid: randomUUID(), visible: true });
  return id;
}

/** Pictures that the store had long before the app: the sandbox never saw their files. */
function hangImages(store: Store, product: Product, good: CatalogueGood): void {
  product.images = good.images.map((image, index) => ({
    id: nextId(store, 'image', 200),
    url: `https://pictures.example.com/${store.hash}/${image.content}.png`,
    isThumbnail: index === 0,
    sortOrder: index,
    description: '',
    modified: product.created,
  }));
}

function finish(store: Store, product: Product, good: CatalogueGood): void {
  variantsOf(store, product.id).forEach((variant, index) => {
    if (good.tracksStock) stockWarehouse(store, variant.id, good.variants[index]?.stock ?? good.stock);
  });
  hangImages(store, product, good);
  if (good.hasOldOptionSet) product.oldOptionSet = true;
  if (good.modifiers.length > 0)
    product.modifiers = good.modifiers.map(({ name, isRequired }) => ({ id: nextId(store, 'modifier'), display_name: name, type: 'text', required: isRequired, labels: [] }));
}

/** A SKU that differs from another's by spaces alone is older than the platform's check, and comes past it. */
function createOld(platform: Platform, store: Store, parts: { good: CatalogueGood; categoryId: number }): Product {
  const { good, categoryId } = parts;
  if (!findBySku(store, good.sku)) return createProduct(platform, store, bodyOf(good, categoryId));
  const product = createProduct(platform, store, bodyOf({ ...good, sku: '' }, categoryId));
  const base = store.variants.get(product.baseVariantId);
  renameProduct(store, product, { sku: good.sku });
  if (base) renameVariant(store, base, good.sku);
  return product;
}

/** Puts goods of a generated world into the catalogue, stock at both locations. */
export function stockCatalogueStore(platform: Platform, store: Store, goods: Iterable<CatalogueGood>): void {
  const categories = new Map<string, number>();
  for (const good of goods) {
    const categoryId = categories.get(good.type) ?? addCategory(store, good.type);
    categories.set(good.type, categoryId);
    finish(store, createOld(platform, store, { good, categoryId }), good);
  }
}
