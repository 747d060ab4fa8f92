import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { SERVERS } from './servers';
import { syncByHttp } from './support/catalogue';
import { appIn, openApp, begin } from './support/merchant';
import { expect, test } from './support/test';

const WIDTHS = [1440, 768, 390];
const PAGES = [
  { name: 'overview', path: '', title: 'Overview' },
  { name: 'orders', path: '/orders', title: 'Orders' },
  { name: 'products', path: '/products', title: 'Products' },
  { name: 'match-desk', path: '/products/match', title: 'Products' },
  { name: 'stock', path: '/products/stock', title: 'Products' },
  { name: 'customers', path: '/customers', title: 'Customers' },
  { name: 'comparison', path: '/comparison', title: 'Comparison' },
  { name: 'sync-log', path: '/sync-log', title: 'Sync log' },
  { name: 'settings', path: '/settings', title: 'Settings' },
  { name: 'what-syncs', path: '/what-syncs', title: 'What syncs' },
];

const expectNoSeriousFault = async (page: Page, frame?: string): Promise<void> => {
  const builder = new AxeBuilder({ page });
  if (frame !== undefined) builder.include([frame, 'body']);
  const { violations } = await builder.analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
};

const photograph = async (page: Page, name: string): Promise<void> => {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.waitForTimeout(300);
    await page.screenshot({ path: `test-results/screenshots/${name}-${width}.png` });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
};

test('no page of the app has a serious fault of accessibility', async ({ page, world }) => {
  test.setTimeout(180_000);
  await begin(page, world, syncByHttp);
  const order = await world.place({ lines: [{ sku: 'POSTER-A2' }] });
  await openApp(page, world, '/orders');
  await appIn(page).getByRole('button', { name: `Import: order ${order.id}` }).click();
  await expect(appIn(page).getByRole('tab', { name: /^Needs you \([1-9]/ })).toBeVisible();
  for (const { name, path, title } of PAGES) {
    const app = await openApp(page, world, path);
    await expect(app.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await page.waitForTimeout(500);
    await expectNoSeriousFault(page, 'iframe[title=App]');
    await photograph(page, name);
  }
});

test('the panel beside the order list has no serious fault of accessibility', async ({ page, world }) => {
  await begin(page, world);
  const order = await world.place();
  await page.goto(`${world.panelUrl}/manage/orders`);
  await page.getByRole('button', { name: `Actions for order ${order.id}` }).click();
  await page.getByRole('button', { name: 'Import to Hike' }).click();
  await expect(page.frameLocator('iframe[title="App panel"]').getByRole('button', { name: 'Import to Hike' })).toBeVisible();
  await expectNoSeriousFault(page, 'iframe[title="App panel"]');
  await photograph(page, 'panel');
});

test('pages for people who are not signed in have no serious fault of accessibility', async ({ page }) => {
  for (const reason of ['load-invalid', 'not-installed', 'hike-denied', 'hike-connected']) {
    await page.goto(`${SERVERS.appUrl}/app-error?reason=${reason}`);
    await expectNoSeriousFault(page);
    await photograph(page, `app-error-${reason}`);
  }
  await page.goto(`${SERVERS.appUrl}/store/abc123`);
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  await expectNoSeriousFault(page);
  await photograph(page, 'signed-out');
});
