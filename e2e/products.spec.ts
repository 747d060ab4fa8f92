import { availableOf, catalogueOf, guardZeros, lookFirst, lookFirstByHttp, openProducts, partnerOf, startSync, syncByHttp } from './support/catalogue';
import { begin, beginWithMerchant } from './support/merchant';
import { expect, test } from './support/test';

test('a dry run tells what would happen and writes nothing; Start does it', async ({ page, world }) => {
  const app = await begin(page, world);
  const goods = catalogueOf(world);
  await lookFirst(app);
  await expect(app.getByRole('link', { name: /^1 .*created/ })).toBeVisible();
  expect(await goods.written()).toEqual([]);
  await startSync(app);
  await expect.poll(() => goods.bySku('LOOSE-LAVENDER')).toMatchObject({ name: 'Loose lavender', price: 12.4 });
  // New products' counts travel together, every quarter of a minute.
  await expect.poll(async () => (await goods.bySku('LOOSE-LAVENDER'))?.inventory_level, { timeout: 45_000 }).toBe(20);
  const created = (await goods.written()).filter(({ kind }) => kind === 'product.created');
  expect(created).toHaveLength(1);
});

test('a price and a count that change at the till reach the store, each by itself', async ({ page, world }) => {
  const { app, merchant } = await beginWithMerchant(page, world, syncByHttp);
  const goods = catalogueOf(world);
  await goods.changeInHike('TOTE-01', { price: '25.50' });
  await goods.countInHike('MUG-BLUE', 500);
  await merchant.post('/products/check', {});
  await expect.poll(async () => (await goods.bySku('TOTE-01'))?.price, { timeout: 45_000 }).toBe(25.5);
  await openProducts(app, 'Stock');
  await app.getByRole('searchbox').fill('MUG-BLUE');
  await app.getByRole('button', { name: 'Search' }).click();
  const row = app.getByRole('row').filter({ hasText: 'MUG-BLUE' });
  // Open orders hold some back: the row says how many, and what is left of 500 is what shoppers see.
  await expect(row).toContainText(/500 available − \d+ reserved = \d+/);
  const [, published] = /= (\d+)/.exec((await row.textContent()) ?? '') ?? [];
  await expect.poll(async () => (await goods.bySku('MUG-BLUE'))?.inventory_level, { timeout: 30_000 }).toBe(Number(published));
  // From its own row: the list may not have been narrowed yet, and another product has no count to tell of.
  await row.getByRole('button', { name: 'Timeline: MUG-BLUE', exact: true }).click();
  const timeline = app.getByRole('dialog');
  await expect(timeline.getByText('Published to BigCommerce').first()).toBeVisible();
  await expect(timeline.getByText(/Hike counts anew/).first()).toBeVisible();
});

test('a product that is gone from Hike is offered, and hidden on demand', async ({ page, world }) => {
  const { app, merchant } = await beginWithMerchant(page, world, syncByHttp);
  const goods = catalogueOf(world);
  await goods.changeInHike('VASE-TALL', { eCommerce: false });
  await merchant.post('/products/check', {});
  await openProducts(app, 'Match desk');
  await app.getByRole('tab', { name: /^Removed|^Gone/ }).click();
  const row = app.getByRole('row').filter({ hasText: 'VASE-TALL' });
  await expect(row).toBeVisible({ timeout: 90_000 });
  expect(await goods.bySku('VASE-TALL')).toMatchObject({ is_visible: true });
  await row.getByRole('button', { name: /^Hide/ }).click();
  await app.getByRole('dialog').getByRole('button', { name: 'Hide' }).click();
  await expect.poll(async () => (await goods.bySku('VASE-TALL'))?.is_visible, { timeout: 30_000 }).toBe(false);
});

test('zeros that fall at once wait, one is approved by itself and the others together', async ({ page, world }) => {
  const { app, merchant } = await beginWithMerchant(page, world, syncByHttp);
  const goods = catalogueOf(world);
  const skus = ['CANDLE-FIG', 'SOAP-OAT', 'TOWEL-LINEN'];
  const levels = async () => Promise.all(skus.map(async (sku) => (await goods.bySku(sku))?.inventory_level ?? -1));
  // New counts are published in the background; from here on only what the test does moves them.
  await expect.poll(async () => Math.min(...(await levels())), { timeout: 45_000 }).toBeGreaterThan(0);
  await guardZeros(merchant, 1);
  await merchant.post('/pause', { stock: true });
  for (const sku of skus) await goods.countInHike(sku, 0);
  await merchant.post('/products/check', {});
  for (const sku of skus) await expect.poll(() => availableOf(merchant, sku), { timeout: 45_000 }).toMatch(/^0 available/);
  await merchant.post('/pause', { stock: false });
  await openProducts(app, 'Stock');
  await expect(app.getByText('3 counts would fall to zero')).toBeVisible({ timeout: 45_000 });
  expect(Math.min(...(await levels()))).toBeGreaterThan(0);
  await app.getByRole('row').filter({ hasText: 'SOAP-OAT' }).getByRole('button', { name: 'Approve zero: SOAP-OAT' }).click();
  await expect.poll(async () => (await goods.bySku('SOAP-OAT'))?.inventory_level, { timeout: 45_000 }).toBe(0);
  await expect(app.getByText('2 counts would fall to zero')).toBeVisible({ timeout: 45_000 });
  expect((await levels()).filter((level) => level > 0)).toHaveLength(2);
  await app.getByRole('button', { name: 'Approve all' }).click();
  await app.getByRole('dialog').getByRole('button', { name: 'Approve all' }).click();
  await expect.poll(levels, { timeout: 45_000 }).toEqual([0, 0, 0]);
  await expect(app.getByText(/would fall to zero/)).toBeHidden({ timeout: 45_000 });
});

test('a product that could be either of two is linked by hand, and stays so', async ({ page, world }) => {
  const goods = catalogueOf(world);
  // Found by its barcode alone, which two products bear.
  await goods.changeInHike('VASE-TALL', { sku: 'VASE-2' });
  const other = await goods.addToStore({ name: 'Tall vase, second glaze', sku: 'VASE-GLAZE', upc: '9300000000093', price: 64.9 });
  const { app, merchant } = await beginWithMerchant(page, world, lookFirstByHttp);
  await openProducts(app, 'Match desk');
  await app.getByRole('tab', { name: /^Several candidates/ }).click();
  const row = app.getByRole('row').filter({ hasText: 'VASE-2' });
  await row.getByRole('button', { name: 'Link: Tall vase', exact: true }).click();
  const dialog = app.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Link', exact: true })).toBeDisabled();
  await dialog.getByText('Tall vase, second glaze', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(row).toBeHidden({ timeout: 30_000 });
  await expect.poll(() => partnerOf(merchant, 'VASE-2'), { timeout: 30_000 }).toBe(other.id);
  await lookFirstByHttp(merchant);
  expect(await partnerOf(merchant, 'VASE-2')).toBe(other.id);
});

test('a product of the store alone is previewed, then created in Hike', async ({ page, world }) => {
  const app = await begin(page, world, lookFirstByHttp);
  const goods = catalogueOf(world);
  await openProducts(app, 'Match desk');
  await app.getByRole('tab', { name: /^Only in BigCommerce/ }).click();
  const row = app.getByRole('row').filter({ hasText: 'POSTER-A2' });
  await row.getByRole('button', { name: /^Send to Hike/ }).click();
  const dialog = app.getByRole('dialog');
  await expect(dialog).toContainText('POSTER-A2');
  expect(await goods.hikeSkus()).not.toContain('POSTER-A2');
  await dialog.getByRole('button', { name: /^(Send|Create)/ }).click();
  await expect.poll(() => goods.hikeSkus(), { timeout: 30_000 }).toContain('POSTER-A2');
});

test('customers of Hike reach the store, and those that cannot are listed with why', async ({ page, world }) => {
  const app = await begin(page, world, syncByHttp);
  await app.getByRole('link', { name: 'Customers', exact: true }).click();
  await expect(app.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible();
  await expect(app.getByRole('tab', { name: /^In BigCommerce \([1-9]|^Linked \([1-9]/ })).toBeVisible({ timeout: 45_000 });
});
