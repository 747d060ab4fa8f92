import { expect, type FrameLocator } from '@playwright/test';
import { control } from './control';
import { type Merchant, until } from './merchant-by-http';
import type { World } from './world';

interface Listed {
  id: number;
  sku: string;
}

export interface StoreGoods {
  id: number;
  name: string;
  sku: string;
  price: number;
  is_visible: boolean;
  inventory_level: number;
}

export interface Effect {
  kind: string;
  reference: string;
}

/** What the test knows of both catalogues, and does to them, without a browser. */
export const catalogueOf = ({ storeHash, shopId }: World) => {
  const inStore = () => control<StoreGoods[]>(`/stores/${storeHash}/products`);
  const hikeProduct = async (sku: string): Promise<Listed> => {
    const { products } = await control<{ products: Listed[] }>(`/hike/shops/${shopId}`);
    const found = products.find((product) => product.sku === sku);
    if (!found) throw new Error(`Hike has no ${sku}.`);
    return found;
  };
  const atHike = async (sku: string): Promise<string> => `/hike/shops/${shopId}/products/${(await hikeProduct(sku)).id}`;
  return {
    inStore,
    bySku: async (sku: string) => (await inStore()).find((product) => product.sku === sku),
    hikeSkus: async () => (await control<{ products: Listed[] }>(`/hike/shops/${shopId}`)).products.map(({ sku }) => sku),
    changeInHike: async (sku: string, change: object) => control(await atHike(sku), { method: 'PATCH', body: change }),
    countInHike: async (sku: string, onHand: number) => control(`${await atHike(sku)}/stock`, { body: { onHand } }),
    addToStore: (product: { name: string; sku: string; upc: string; price: number }) =>
      control<StoreGoods>(`/stores/${storeHash}/products`, { body: { type: 'physical', weight: 0, ...product } }),
    deleteInHike: async (sku: string) => control(await atHike(sku), { method: 'DELETE' }),
    /** What the app has written into the store since its world was made. */
    written: async () => (await control<Effect[]>(`/ledger?side=bigcommerce&tenant=${storeHash}`)).filter(({ kind }) => /^(product|variant|image|inventory|customer)/.test(kind)),
  };
};

export const openProducts = async (app: FrameLocator, page: 'Sync' | 'Match desk' | 'Stock' = 'Sync'): Promise<void> => {
  await app.getByRole('link', { name: 'Products', exact: true }).click();
  await expect(app.getByRole('heading', { level: 1, name: 'Products' })).toBeVisible();
  if (page !== 'Sync') await app.getByRole('navigation', { name: 'Pages of products' }).getByRole('link', { name: page }).click();
};

/** The dry run, to its result. */
export const lookFirst = async (app: FrameLocator): Promise<void> => {
  await openProducts(app);
  await app.getByRole('button', { name: 'Look first (dry run)' }).click();
  await expect(app.getByRole('heading', { name: 'What the sync would do' })).toBeVisible({ timeout: 30_000 });
};

/** Start, to the end of the first pass. */
export const startSync = async (app: FrameLocator): Promise<void> => {
  await app.getByRole('button', { name: 'Start', exact: true }).click();
  await app.getByRole('dialog').getByRole('button', { name: 'Start', exact: true }).click();
  await expect(app.getByRole('heading', { name: 'Products are in step' })).toBeVisible({ timeout: 30_000 });
};

const runIs = (merchant: Merchant, state: string) =>
  until(async () => ((await merchant.get<{ state: string }>('/products/run')).state === state ? true : null));

/** The same dry run in a second, where it is not what the journey is about. */
export const lookFirstByHttp = async (merchant: Merchant): Promise<void> => {
  await merchant.post('/products/actions', { action: 'dry-run' });
  await runIs(merchant, 'ready');
};

/** Dry run and first sync, done. */
export const syncByHttp = async (merchant: Merchant): Promise<void> => {
  await lookFirstByHttp(merchant);
  await merchant.post('/products/actions', { action: 'start' });
  await runIs(merchant, 'in-step');
};

/** From then on more zeros than that at once wait for a person. */
export const guardZeros = async (merchant: Merchant, most: number): Promise<void> => {
  const { version, value } = await merchant.get<{ version: number; value: { stock: object } }>('/settings');
  await merchant.post('/settings', { version, value: { ...value, stock: { ...value.stock, zeroGuard: most } } });
};

interface StockAtLocation {
  sum: string;
  published: number | null;
}

/** What the app's page of stock tells of the SKU at the first location. */
const stockOf = async (merchant: Merchant, sku: string): Promise<StockAtLocation | undefined> => {
  const { rows } = await merchant.get<{ rows: { sku: string; locations: StockAtLocation[] }[] }>(`/stock?search=${sku}`);
  return rows.find((row) => row.sku === sku)?.locations[0];
};

/** How the app reckons with the SKU's count in Hike: "0 available = 0". */
export const availableOf = async (merchant: Merchant, sku: string): Promise<string> => (await stockOf(merchant, sku))?.sum ?? '';

/** The count that the app remembers to have written. */
export const publishedOf = async (merchant: Merchant, sku: string): Promise<number | null> => (await stockOf(merchant, sku))?.published ?? null;

/** The BigCommerce product that the Hike product with this SKU is linked with. */
export const partnerOf = async (merchant: Merchant, sku: string): Promise<number | null> => {
  const { rows } = await merchant.get<{ rows: { bigcommerce: { id: number } | null }[] }>(`/products?tab=linked&search=${sku}`);
  return rows[0]?.bigcommerce?.id ?? null;
};
