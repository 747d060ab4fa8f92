import { control } from './support/control';
import { begin, choose, connectHike, installApp, openApp } from './support/merchant';
import { expect, test } from './support/test';
import { newWorld } from './support/world';

test('nothing syncs until everything is set, and the page names what is missing', async ({ page, world }) => {
  const app = await installApp(page, world);
  await connectHike(page, app, { shop: world.shopId });
  await app.getByRole('link', { name: 'Settings', exact: true }).click();
  await expect(app.getByText('Not set yet. Nothing syncs until it is.').first()).toBeVisible();
  await world.ringUp();
  await app.getByRole('link', { name: 'Orders', exact: true }).click();
  await expect(app.getByText(/not set/i).first()).toBeVisible();
  await expect(app.getByRole('button', { name: /^Import: order/ })).toHaveCount(0);
  expect((await world.orders()).filter(({ external_order_id: external }) => external)).toEqual([]);
});

test('a merchant who says no in Hike reads so, and can try again', async ({ page, world }) => {
  const app = await installApp(page, world);
  const [hike] = await Promise.all([page.context().waitForEvent('page'), app.getByRole('button', { name: 'Connect Hike' }).first().click()]);
  await hike.getByRole('button', { name: 'Deny' }).click();
  await expect(hike).toHaveURL(/reason=hike-denied/);
  await hike.close();
  await connectHike(page, app, { shop: world.shopId });
});

test('an unsaved change is counted, and can be discarded', async ({ page, world }) => {
  await begin(page, world);
  const app = await openApp(page, world, '/settings');
  await choose(app, 'Default payment type', 'Cash');
  await expect(app.getByText('1 unsaved change')).toBeVisible();
  await app.getByRole('button', { name: 'Discard' }).click();
  await expect(app.getByRole('combobox', { name: 'Default payment type', exact: true })).toHaveValue('BigCommerce');
});

test('two people who save at once: the second one keeps the edits and learns of the first', async ({ page, world }) => {
  await begin(page, world);
  const app = await openApp(page, world, '/settings');
  const otherApp = await openApp(await page.context().newPage(), world, '/settings');
  await choose(otherApp, 'Default payment type', 'Cash');
  await choose(app, 'Default payment type', 'Card');
  await otherApp.getByRole('button', { name: 'Save' }).click();
  await expect(otherApp.getByRole('region', { name: 'Unsaved changes' })).toBeHidden();
  await app.getByRole('button', { name: 'Save' }).click();
  await expect(app.getByText(/saved/i).first()).toBeVisible();
  await expect(app.getByRole('combobox', { name: 'Default payment type', exact: true })).toHaveValue('Card');
});

test('a dead token shows "Reconnect", and reconnecting keeps every setting', async ({ page, world }) => {
  const app = await begin(page, world);
  await control(`/hike/shops/${world.shopId}/revoke`, { body: {} });
  await app.getByRole('link', { name: 'Overview', exact: true }).click();
  await app.getByRole('button', { name: 'Check Hike now' }).click();
  await expect(app.getByRole('button', { name: 'Reconnect Hike' }).first()).toBeVisible({ timeout: 20_000 });
  await connectHike(page, app, { shop: world.shopId, button: 'Reconnect Hike' });
  await expect(app.getByRole('button', { name: 'Reconnect Hike' })).toHaveCount(0, { timeout: 20_000 });
  await app.getByRole('link', { name: 'Settings', exact: true }).click();
  await expect(app.getByRole('combobox', { name: 'Register', exact: true })).toHaveValue('Online');
});

test('an access token that ran out is renewed without anybody noticing', async ({ page, world }) => {
  await begin(page, world);
  await control(`/hike/shops/${world.shopId}/expire-access-token`, { body: {} });
  const sale = await world.ringUp();
  await expect.poll(() => world.ordersOfSale(sale.id), { timeout: 40_000 }).toHaveLength(1);
});

test('a different shop than before is asked about first', async ({ page, world }) => {
  const app = await begin(page, world);
  const other = await newWorld('us');
  await control(`/hike/shops/${world.shopId}/revoke`, { body: {} });
  await app.getByRole('link', { name: 'Overview', exact: true }).click();
  await app.getByRole('button', { name: 'Check Hike now' }).click();
  await connectHike(page, app, { shop: other.shopId, button: 'Reconnect Hike' });
  await expect(app.getByText(/different Hike shop/i).first()).toBeVisible({ timeout: 20_000 });
  await app.getByRole('button', { name: /keep/i }).first().click();
  await expect(app.getByText(/different Hike shop/i)).toHaveCount(0);
  await app.getByRole('link', { name: 'Settings', exact: true }).click();
  await expect(app.getByRole('combobox', { name: 'Register', exact: true })).toHaveValue('Online');
});
