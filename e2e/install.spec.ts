import { control } from './support/control';
import { appIn, installApp, openApp, openPanel, setUp } from './support/merchant';
import { expect, test } from './support/test';

test('a merchant installs the app and sees what is left to do', async ({ page, world }) => {
  const app = await installApp(page, world);
  await expect(app.getByRole('button', { name: 'Connect Hike' }).first()).toBeVisible();
  const frame = page.frames().find((one) => one.url().startsWith('http://localhost'));
  expect(frame?.url()).not.toContain('once=');
});

test('the app’s row is in the order menu of the control panel after the install', async ({ page, world }) => {
  await installApp(page, world);
  await expect.poll(async () => JSON.stringify(await control(`/stores/${world.storeHash}`))).toContain('Import to Hike');
});

test('a reload of the control panel, and of the frame alone, keeps the person signed in', async ({ page, world }) => {
  await installApp(page, world);
  await page.reload();
  await expect(appIn(page).getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
});

test('a link into the app opens the page that it names', async ({ page, world }) => {
  await installApp(page, world);
  const app = await openApp(page, world, '/sync-log');
  await expect(app.getByRole('heading', { level: 1, name: 'Sync log' })).toBeVisible();
});

test('a member of staff opens the app, and is out once removed', async ({ page, world }) => {
  await installApp(page, world);
  const staff = await control<{ id: number; name: string }>(`/stores/${world.storeHash}/users`, { body: { email: 'kim@example.com', name: 'Kim Staff' } });
  await openPanel(page, world, 'Kim Staff');
  const app = await openApp(page, world);
  await expect(app.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await control(`/stores/${world.storeHash}/users/${staff.id}`, { method: 'DELETE' });
  await expect(app.getByRole('heading', { name: 'You are signed out' })).toBeVisible({ timeout: 20_000 });
});

test('logging out of the control panel logs out of the app, in the other tab too', async ({ page, world }) => {
  const app = await installApp(page, world);
  const other = await page.context().newPage();
  const otherApp = await openApp(other, world);
  await expect(page.locator('iframe[title=App]')).toHaveAttribute('data-sdk', /.+/);
  await page.getByRole('button', { name: 'Log out' }).click();
  await expect(app.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  await expect(otherApp.getByRole('heading', { name: 'You are signed out' })).toBeVisible({ timeout: 20_000 });
});

test('an uninstall ends the app, and a new install finds every setting', async ({ page, world }) => {
  await setUp(page, world);
  await page.goto(`${world.panelUrl}/manage/apps`);
  await page.getByRole('button', { name: 'Uninstall' }).click();
  await expect(page.getByRole('status')).toContainText('answered 200');
  const app = await installApp(page, world);
  await app.getByRole('link', { name: 'Settings', exact: true }).click();
  await expect(app.getByRole('combobox', { name: 'Register', exact: true })).toHaveValue('Online');
});

for (const flaw of ['expired', 'wrong-audience', 'wrong-issuer', 'wrong-secret', 'alg-none', 'bad-subject']) {
  test(`a launch that is ${flaw} meets a page that says what to do`, async ({ page, world }) => {
    await installApp(page, world);
    const { url } = await control<{ url: string }>(`/stores/${world.storeHash}/load`, { body: { flaw } });
    await page.goto(url);
    await expect(page).toHaveURL(/app-error\?reason=load-/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
}

test('a launch for a store without the app asks to install it', async ({ page, world }) => {
  const { url } = await control<{ url: string }>(`/stores/${world.storeHash}/load`, { body: {} });
  await page.goto(url);
  await expect(page).toHaveURL(/reason=not-installed/);
});
