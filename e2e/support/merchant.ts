import { expect, type FrameLocator, type Page } from '@playwright/test';
import { SERVERS } from '../servers';
import { type Merchant, merchantByHttp } from './merchant-by-http';
import type { World } from './world';

/** The app inside the control panel. */
export const appIn = (page: Page): FrameLocator => page.frameLocator('iframe[title=App]');

export const openPanel = async (page: Page, world: World, person = 'owner'): Promise<void> => {
  await page.goto(`${SERVERS.bigcommerceUrl}/?store=${world.storeHash}`);
  const open = page.getByRole('button', { name: person === 'owner' ? /, owner$/ : new RegExp(person) });
  await open.first().click();
  await expect(page.getByRole('heading', { name: 'View Orders' })).toBeVisible();
};

/** As the merchant does it: Apps, Install, Confirm; ends in the app's frame. */
export const installApp = async (page: Page, world: World): Promise<FrameLocator> => {
  await openPanel(page, world);
  await page.getByRole('link', { name: 'Apps' }).click();
  await page.getByRole('link', { name: 'Install' }).click();
  await page.getByRole('button', { name: 'Confirm' }).click();
  const app = appIn(page);
  await expect(app.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  return app;
};

/** Opens the app from the Apps menu, on one of its pages. */
export const openApp = async (page: Page, world: World, path = ''): Promise<FrameLocator> => {
  await page.goto(`${world.panelUrl}/manage/app/4711${path}`);
  const app = appIn(page);
  await expect(app.getByRole('heading', { level: 1 })).toBeVisible();
  return app;
};

/** Hike's own window opens, the merchant allows, and the app notices. */
export const connectHike = async (page: Page, app: FrameLocator, { shop, button = 'Connect Hike' }: { shop: string; button?: string }): Promise<void> => {
  const [hike] = await Promise.all([page.context().waitForEvent('page'), app.getByRole('button', { name: button }).first().click()]);
  await hike.getByLabel('Shop').selectOption(shop);
  await hike.getByRole('button', { name: 'Allow' }).click();
  await expect(hike.getByRole('heading', { level: 1 })).toContainText(/connected/i);
  await hike.close();
};

/** BigDesign's list of choices. */
export const choose = async (app: FrameLocator, label: string, option: string | RegExp): Promise<void> => {
  await app.getByRole('combobox', { name: label, exact: true }).click();
  await app.getByRole('option', { name: option }).first().click();
};

/** Everything required, saved. */
const fillSettings = async (app: FrameLocator): Promise<void> => {
  await app.getByRole('link', { name: 'Settings', exact: true }).click();
  await expect(app.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await choose(app, 'Outlet', 'Harbour Street');
  await choose(app, 'Register', 'Online');
  await choose(app, 'Default payment type', 'BigCommerce');
  await choose(app, 'Hike payment type for Gift Certificate', 'Gift Card');
  await choose(app, 'Hike payment type for Store Credit', 'Store Credit');
  await app.getByText('Default price', { exact: true }).click();
  for (const field of await app.getByRole('combobox', { name: /^Hike tax for/ }).all()) {
    const label = (await field.getAttribute('aria-label')) ?? '';
    await choose(app, label, /free/i.test(label) ? /No Tax/ : /GST/);
  }
  await app.getByRole('button', { name: 'Save' }).click();
  await expect(app.getByRole('region', { name: 'Unsaved changes' })).toBeHidden();
};

/** Installed, connected and set without clicks, then opened in the control panel; `before` does more without clicks. */
export const beginWithMerchant = async (page: Page, world: World, before?: (merchant: Merchant) => Promise<void>): Promise<{ app: FrameLocator; merchant: Merchant }> => {
  const merchant = await merchantByHttp(world);
  await before?.(merchant);
  await openPanel(page, world);
  return { app: await openApp(page, world), merchant };
};

/** Where most journeys begin. */
export const begin = async (page: Page, world: World, before?: (merchant: Merchant) => Promise<void>): Promise<FrameLocator> => (await beginWithMerchant(page, world, before)).app;

/** The same with every click. */
export const setUp = async (page: Page, world: World): Promise<FrameLocator> => {
  const app = await installApp(page, world);
  await connectHike(page, app, { shop: world.shopId });
  await expect(app.getByText('Harbour Street').first()).toBeVisible();
  await fillSettings(app);
  return app;
};
