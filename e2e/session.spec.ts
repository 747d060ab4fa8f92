import { appIn, installApp, openApp } from './support/merchant';
import { expect, test } from './support/test';
import { newWorld } from './support/world';

test('two stores in two tabs never mix', async ({ page, world }) => {
  const second = await newWorld('us');
  await installApp(page, world);
  const other = await page.context().newPage();
  await installApp(other, second);
  const [app, otherApp] = [appIn(page), appIn(other)];
  for (let round = 0; round < 2; round += 1) {
    for (const [frame, world_] of [[app, world], [otherApp, second]] as const) {
      await frame.getByRole('link', { name: round === 0 ? 'Settings' : 'Overview', exact: true }).click();
      await expect(frame.getByRole('heading', { level: 1, name: round === 0 ? 'Settings' : 'Overview' })).toBeVisible();
      const url = (await frame.owner().evaluate((element: HTMLIFrameElement) => element.getAttribute('src'))) ?? '';
      expect(url).not.toBe('');
      await expect(frame.locator('body')).not.toContainText(world_ === world ? second.storeHash : world.storeHash);
    }
  }
});

test('every page can be walked to without a cookie being sent', async ({ page, world }) => {
  const app = await installApp(page, world);
  for (const title of ['Orders', 'Sync log', 'Settings', 'What syncs', 'Overview']) {
    await app.getByRole('link', { name: title, exact: true }).click();
    await expect(app.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(app.getByRole('heading', { name: 'You are signed out' })).toHaveCount(0);
  }
});

test('the app by itself, outside the control panel, is signed out', async ({ page, world }) => {
  await installApp(page, world);
  const top = await page.context().newPage();
  await top.goto(`http://localhost:${new URL(page.frames()[1]?.url() ?? '').port}/store/${world.storeHash}`);
  await expect(top.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  await openApp(page, world);
});
