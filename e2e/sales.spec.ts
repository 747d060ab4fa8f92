import { SERVERS } from './servers';
import { begin } from './support/merchant';
import { expect, test } from './support/test';

test('a sale rung up at the till becomes an order by itself, once', async ({ page, world }) => {
  await begin(page, world);
  const till = await page.context().newPage();
  await till.goto(`${SERVERS.hikeUrl}/till/${world.shopId}`);
  const before = await world.sales();
  await till.getByRole('button', { name: /Canvas tote/ }).first().click();
  await till.getByRole('button', { name: /^Card/ }).first().click();
  await expect.poll(async () => (await world.sales()).length).toBe(before.length + 1);
  const known = new Set(before.map(({ id }) => id));
  const sale = (await world.sales()).find(({ id }) => !known.has(id))!;
  await expect.poll(() => world.ordersOfSale(sale.id), { timeout: 40_000 }).toMatchObject([{ status_id: 10, total_inc_tax: `${sale.netAmount.toFixed(2)}00` }]);
  await page.waitForTimeout(20_000);
  expect(await world.ordersOfSale(sale.id)).toHaveLength(1);
});

test('a lay-by waits as pending, and is completed when it is paid off', async ({ page, world }) => {
  await begin(page, world);
  const sale = await world.ringUp({ status: 'LayBy', lines: [{ sku: 'VASE-TALL' }], payments: [{ type: 'Cash', amount: 10 }] });
  await expect.poll(() => world.ordersOfSale(sale.id), { timeout: 40_000 }).toMatchObject([{ status_id: 1 }]);
  await world.saleAction(sale.id, 'pay', { payments: [{ type: 'Card' }] });
  await expect.poll(() => world.ordersOfSale(sale.id), { timeout: 40_000 }).toMatchObject([{ status_id: 10 }]);
});

test('a voided sale cancels its order, a refunded one refunds it', async ({ page, world }) => {
  const app = await begin(page, world);
  const [voided, refunded] = [await world.ringUp(), await world.ringUp()];
  await expect.poll(() => world.ordersOfSale(refunded.id), { timeout: 40_000 }).toHaveLength(1);
  await world.saleAction(voided.id, 'void');
  await world.saleAction(refunded.id, 'refund');
  await expect.poll(() => world.ordersOfSale(voided.id), { timeout: 40_000 }).toMatchObject([{ status_id: 5 }]);
  await expect.poll(() => world.ordersOfSale(refunded.id), { timeout: 40_000 }).toMatchObject([{ status_id: 4, staff_notes: expect.stringContaining('Refunded') }]);
  await app.getByRole('link', { name: 'Sync log', exact: true }).click();
  await expect(app.getByText('is now “Cancelled”').first()).toBeVisible();
});

test('what came from BigCommerce never goes back', async ({ page, world }) => {
  const app = await begin(page, world);
  const order = await world.place();
  await app.getByRole('link', { name: 'Orders', exact: true }).click();
  await app.getByRole('button', { name: `Import: order ${order.id}` }).click();
  await expect.poll(() => world.salesOfOrder(order.id)).toHaveLength(1);
  const orders = (await world.orders()).length;
  await app.getByRole('link', { name: 'Overview', exact: true }).click();
  await app.getByRole('button', { name: 'Check Hike now' }).click();
  await page.waitForTimeout(5000);
  expect((await world.orders()).length).toBe(orders);
});

test('a lost answer of BigCommerce makes one order', async ({ page, world }) => {
  await begin(page, world);
  await world.fault({ side: 'bigcommerce', tenant: world.storeHash, method: 'POST', path: '/v2/orders$', when: 'after', kind: 'status', status: 502, times: 1 });
  const sale = await world.ringUp();
  await expect.poll(() => world.ordersOfSale(sale.id), { timeout: 40_000 }).toHaveLength(1);
  await page.waitForTimeout(5000);
  expect(await world.ordersOfSale(sale.id)).toHaveLength(1);
});
