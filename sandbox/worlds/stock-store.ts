import { randomUUID } from 'node:crypto';
import { productPost } from '../bigcommerce/catalogue/product-input.ts';
import { createProduct } from '../bigcommerce/catalogue/write-products.ts';
import { nextId, type Store } from '../bigcommerce/model/store.ts';
import type { Platform } from '../bigcommerce/platform.ts';
import { createCustomers } from '../bigcommerce/customers/write-customers.ts';
import { GOODS, type Good } from './goods.ts';

const TAX_FREE = 4;

function categoryNamed(store: Store, name: string): number {
  const known = [...store.categories.values()].find((category) => category.name === name);
  if (known) return known.id;
  const id = nextId(store, 'category', 18);
  store.categories.set(id, { id, name, parentId: 0, uuid: randomUUID(), visible: true });
  return id;
}

function productOf(store: Store, good: Good) {
  return productPost.parse({
    name: good.name,
    type: 'physical',
    sku: good.sku,
    weight: 0.5,
    price: Number(good.price),
    cost_price: Number(good.cost),
    upc: good.barcode,
    brand_name: good.brand,
    categories: [categoryNamed(store, good.type)],
    tax_class_id: good.taxFree ? TAX_FREE : 0,
    inventory_tracking: good.variants ? 'variant' : 'product',
    inventory_level: good.stock,
    variants: good.variants?.map((variant) => ({
      sku: variant.sku,
      upc: variant.barcode,
      inventory_level: variant.stock,
      option_values: [{ option_display_name: variant.option, label: variant.value }],
    })),
  });
}

/** Puts the goods that this side carries into the catalogue, all stock at the default location. */
export function stockStore(platform: Platform, store: Store): void {
  for (const good of GOODS.filter((candidate) => candidate.on.bigcommerce)) createProduct(platform, store, productOf(store, good));
}

const PEOPLE = [
  ['Ana', 'Diaz', 'ana.diaz@example.com', '0400 000 001'],
  ['Ben', 'Okafor', 'ben.okafor@example.com', '0400 000 002'],
  ['Grace', 'Lee', 'grace.lee@example.com', '0400 000 007'],
  ['Hugo', 'Martin', 'hugo.martin@example.com', '0400 000 008'],
  ['Isla', 'Nguyen', 'isla.nguyen@example.com', '0400 000 009'],
  ['Jack', "O'Brien", 'jack.obrien@example.com', ''],
] as const;

/** The first three are known to the shop too; one has no address. */
export function addPeople(platform: Platform, store: Store): void {
  const australian = store.settings.countryCode === 'AU';
  const home = australian
    ? { city: 'Sydney', state_or_province: 'New South Wales', postal_code: '2000', country_code: 'AU' }
    : { city: 'Austin', state_or_province: 'Texas', postal_code: '78701', country_code: 'US' };
  const batch = PEOPLE.map(([first, last, email, phone], index) => ({
    email,
    first_name: first,
    last_name: last,
    phone,
    ...(last === 'Okafor' ? { company: 'Okafor Catering' } : {}),
    ...(index === PEOPLE.length - 1 ? {} : { addresses: [{ first_name: first, last_name: last, address1: `${12 + index} Quay Road`, ...home }] }),
  }));
  createCustomers(platform, store, batch);
}
