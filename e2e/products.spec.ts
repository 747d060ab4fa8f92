import { catalogueOf, lookFirst, lookFirstByHttp, openProducts, startSync, syncByHttp } from './support/catalogue';
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
