import { catalogueOf, publishedOf, syncByHttp } from './support/catalogue';
import { control } from './support/control';
import { beginWithMerchant } from './support/merchant';
import { expect, test } from './support/test';

test('a count that somebody set in BigCommerce by hand is found, and fixed', async ({ page, world }) => {
  test.setTimeout(240_000);
  const { app, merchant } = await beginWithMerchant(page, world, syncByHttp);
  const goods = catalogueOf(world);
  const level = async () => (await goods.bySku('SOAP-OAT'))?.inventory_level ?? null;
  const publishedNow = () => publishedOf(merchant, 'SOAP-OAT');
  // Set by hand before the app's own write stands, the count would be written over and nothing differed.
  await expect.poll(publishedNow, { timeout: 90_000 }).not.toBeNull();
  const publishedAtFirst = await publishedNow();
  await goods.countInHike('SOAP-OAT', 64);
  await merchant.post('/products/check', {});
  await expect.poll(publishedNow, { timeout: 90_000 }).not.toBe(publishedAtFirst);
  await expect.poll(async () => (await level()) === (await publishedNow()), { timeout: 90_000 }).toBe(true);
  const published = await level();
  await control(`/stores/${world.storeHash}/stock`, { body: { sku: 'SOAP-OAT', quantity: 777 } });
  // What the app has just written is compared once it can be read back.
  await expect(async () => {
    await app.getByRole('button', { name: 'Compare now' }).click();
    await expect(app.getByText('1 difference', { exact: true })).toBeVisible({ timeout: 10_000 });
  }).toPass({ timeout: 120_000 });
  await app.getByRole('link', { name: 'Show the differences' }).first().click();
  await expect(app.getByRole('heading', { level: 1, name: 'Comparison' })).toBeVisible();
  await app.getByRole('button', { name: /^Fix: BigCommerce shows 777 of SOAP-OAT/ }).click();
  await expect(app.getByText('1 difference is being fixed.')).toBeAttached();
  await expect.poll(level, { timeout: 45_000 }).toBe(published);
  await expect(async () => {
    await app.getByRole('button', { name: 'Compare now' }).click();
    await expect(app.getByText('Both sides agree', { exact: true })).toBeVisible({ timeout: 10_000 });
  }).toPass({ timeout: 120_000 });
  await expect(app.getByText('No differences')).toBeVisible();
});
