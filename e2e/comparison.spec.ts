import { catalogueOf, syncByHttp } from './support/catalogue';
import { control } from './support/control';
import { begin } from './support/merchant';
import { expect, test } from './support/test';

test('a count that somebody set in BigCommerce by hand is found, and fixed', async ({ page, world }) => {
  test.setTimeout(240_000);
  const app = await begin(page, world, syncByHttp);
  const level = async () => (await catalogueOf(world).bySku('SOAP-OAT'))?.inventory_level;
  await expect.poll(level, { timeout: 45_000 }).toBeGreaterThan(0);
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
