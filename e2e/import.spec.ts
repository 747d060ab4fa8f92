import type { FrameLocator } from '@playwright/test';
import { control } from './support/control';
import { begin, choose, openApp } from './support/merchant';
import { expect, test } from './support/test';
import type { World } from './support/world';

const rowOf = (app: FrameLocator, orderId: number) => app.getByRole('row').filter({ hasText: `#${orderId}` });

const openTab = (app: FrameLocator, tab: string) => app.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();

const openOrders = async (app: FrameLocator): Promise<void> => {
  await app.getByRole('link', { name: 'Orders', exact: true }).click();
  await expect(app.getByRole('heading', { level: 1, name: 'Orders' })).toBeVisible();
};

const expectOneSale = async (world: World, order: { id: number; total_inc_tax: string }): Promise<void> => {
  await expect.poll(() => world.salesOfOrder(order.id)).toHaveLength(1);
  const [sale] = await world.salesOfOrder(order.id);
  expect(sale?.netAmount.toFixed(2)).toBe(Number(order.total_inc_tax).toFixed(2));
};

test('one order becomes one sale, equal to the cent, and the log says so', async ({ page, world }) => {
  const app = await begin(page, world);
  const order = await world.place({
    lines: [{ sku: 'TOTE-01', quantity: 3, wrapping: { cost: '4.50' } }, { sku: 'TEA-SENCHA' }, { sku: 'TEE-M', quantity: 2 }],
    coupon: { code: 'TENNER', value: 10 },
    manualDiscount: '3.33',
    shipping: '11.00',
    handling: '2.20',
    giftCertificate: { amount: '20.00' },
    storeCredit: '5.00',
  });
  await openOrders(app);
  await app.getByRole('button', { name: `Import: order ${order.id}` }).click();
  await openTab(app, 'Imported');
  await expect(rowOf(app, order.id)).toContainText(`BC-${order.id}`);
  await expectOneSale(world, order);
  await app.getByRole('link', { name: 'Sync log', exact: true }).click();
  await expect(app.getByText(`Imported as sale BC-${order.id}, parked.`).first()).toBeVisible();
});

test('many orders at once: those that can be imported are, the others say why', async ({ page, world }) => {
  const app = await begin(page, world);
  await openOrders(app);
  await app.getByRole('button', { name: /^Select all/ }).click();
  await app.getByRole('button', { name: /^Import to Hike \(\d+\)/ }).click();
  await app.getByRole('dialog').getByRole('button', { name: /^Import \d+ orders$/ }).click();
  await expect(app.getByRole('tab', { name: 'Importing (0)' })).toBeVisible({ timeout: 45_000 });
  await openTab(app, 'Needs you');
  const missing = app.getByRole('row').filter({ hasText: 'POSTER-A2' });
  await expect(missing).toContainText('is not in Hike');
  await expect(missing).toContainText('Add the product with this SKU in Hike');
  for (const order of await world.orders()) expect((await world.salesOfOrder(order.id)).length).toBeLessThanOrEqual(1);
});

test('a double click and a second tab make one sale', async ({ page, world }) => {
  const app = await begin(page, world);
  const order = await world.place();
  const other = await page.context().newPage();
  const otherApp = await openApp(other, world, '/orders');
  await openOrders(app);
  const button = app.getByRole('button', { name: `Import: order ${order.id}` });
  const twin = otherApp.getByRole('button', { name: `Import: order ${order.id}` });
  await expect(button).toBeVisible();
  await expect(twin).toBeVisible();
  await Promise.all([button.dblclick(), twin.click()]);
  await openTab(app, 'Imported');
  await expect(rowOf(app, order.id)).toContainText(`BC-${order.id}`);
  await page.waitForTimeout(2000);
  await expectOneSale(world, order);
});

test('a lost answer shows as checking, and ends as one sale', async ({ page, world }) => {
  const app = await begin(page, world);
  const order = await world.place();
  await world.fault({ side: 'hike', tenant: world.shopId, path: '/sales/create', when: 'after', kind: 'drop', times: 1 });
  // The look that finds the sale comes at once. Hike takes its time over it, longer than the page waits between two refreshes; a poll may stand before it.
  await world.fault({ side: 'hike', tenant: world.shopId, path: '/sales/get_all', when: 'before', kind: 'delay', delayMs: 8_000, times: 2 });
  await openOrders(app);
  await app.getByRole('button', { name: `Import: order ${order.id}` }).click();
  await openTab(app, 'Importing');
  await expect(rowOf(app, order.id)).toContainText('Checking: Hike’s answer was lost', { timeout: 20_000 });
  await openTab(app, 'Imported');
  await expect(rowOf(app, order.id)).toContainText(`BC-${order.id}`, { timeout: 40_000 });
  await expectOneSale(world, order);
});

test('a platform that is down is tried again by itself', async ({ page, world }) => {
  const app = await begin(page, world);
  const order = await world.place();
  await openOrders(app);
  await expect(app.getByRole('button', { name: `Import: order ${order.id}` })).toBeVisible();
  await world.fault({ side: 'bigcommerce', tenant: world.storeHash, method: 'GET', path: '/v2/orders', when: 'before', kind: 'status', status: 503, times: 3 });
  await app.getByRole('button', { name: `Import: order ${order.id}` }).click();
  await openTab(app, 'Imported');
  await expect(rowOf(app, order.id)).toContainText(`BC-${order.id}`, { timeout: 50_000 });
  await expectOneSale(world, order);
});

test('the order list of the control panel imports from its own menu', async ({ page, world }) => {
  await begin(page, world);
  const order = await world.place();
  await page.goto(`${world.panelUrl}/manage/orders`);
  await page.getByRole('button', { name: `Actions for order ${order.id}` }).click();
  await page.getByRole('button', { name: 'Import to Hike' }).click();
  const panel = page.frameLocator('iframe[title="App panel"]');
  await panel.getByRole('button', { name: 'Import to Hike' }).click();
  await expect(panel.getByText(new RegExp(`BC-${order.id}`)).first()).toBeVisible();
  await expectOneSale(world, order);
});

test('an imported order is followed: shipping it completes its sale', async ({ page, world }) => {
  const app = await begin(page, world);
  const order = await world.place();
  await openOrders(app);
  await app.getByRole('button', { name: `Import: order ${order.id}` }).click();
  await expect.poll(() => world.salesOfOrder(order.id)).toMatchObject([{ status: 'Parked' }]);
  await world.orderAction(order.id, 'ship');
  await expect.poll(() => world.salesOfOrder(order.id), { timeout: 30_000 }).toMatchObject([{ status: 'Completed' }]);
});

test('an imported order that is cancelled says so', async ({ page, world }) => {
  const app = await begin(page, world);
  const order = await world.place();
  await openOrders(app);
  await app.getByRole('button', { name: `Import: order ${order.id}` }).click();
  await expect.poll(() => world.salesOfOrder(order.id)).toHaveLength(1);
  await world.orderAction(order.id, 'cancel');
  await openTab(app, 'Needs you');
  await expect(rowOf(app, order.id)).toContainText('but its sale in Hike is unchanged', { timeout: 30_000 });
});

test('a refused order is imported by Try again once its cause is mended', async ({ page, world }) => {
  const app = await begin(page, world);
  const order = await world.place({ lines: [{ sku: 'POSTER-A2' }] });
  await openOrders(app);
  await app.getByRole('button', { name: `Import: order ${order.id}` }).click();
  await openTab(app, 'Needs you');
  await expect(rowOf(app, order.id)).toContainText('is not in Hike');
  await control(`/hike/shops/${world.shopId}/products`, { body: { name: 'Harbour poster A2', sku: 'POSTER-A2' } });
  await app.getByRole('link', { name: 'Sync log', exact: true }).click();
  await app.getByRole('button', { name: `Try again: Order ${order.id}` }).click();
  await expect.poll(() => world.salesOfOrder(order.id), { timeout: 20_000 }).toHaveLength(1);
});

test('the settings show the sale that an order would become, before they are saved', async ({ page, world }) => {
  const app = await begin(page, world);
  const order = await world.place();
  await app.getByRole('link', { name: 'Settings', exact: true }).click();
  await choose(app, 'Order', new RegExp(`^Order ${order.id},`));
  const preview = app.getByRole('region', { name: 'Preview' });
  await expect(preview.getByText(/^Sale BC-\d+, Parked$/)).toBeVisible({ timeout: 20_000 });
  await expect(preview.getByText('Paid by BigCommerce')).toBeVisible();
  await choose(app, 'Default payment type', 'Card');
  await expect(preview.getByText('Paid by Card')).toBeVisible();
  await app.getByRole('button', { name: 'Discard' }).click();
  await expect(preview.getByText('Paid by BigCommerce')).toBeVisible();
  expect(await world.salesOfOrder(order.id)).toEqual([]);
});
