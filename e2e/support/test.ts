import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, test as base } from '@playwright/test';
import { SERVERS } from '../servers';
import { newWorld, type World } from './world';

/** What the browser does with the app's cookies while the app is in the control panel's frame. */
export type Cookies = 'allowed' | 'third-party-blocked' | 'refused';

interface Fixtures {
  /** A store and a shop of this test's own. */
  world: World;
}

const APP_SITE = `${SERVERS.appUrl},*`;

/** Chromium's own settings; no command-line flag does this. 0 allows third-party cookies, 1 blocks them. */
const preferencesFor = (cookies: Cookies) => ({
  profile: {
    cookie_controls_mode: cookies === 'allowed' ? 0 : 1,
    ...(cookies === 'refused' ? { content_settings: { exceptions: { cookies: { [APP_SITE]: { setting: 2 } } } } } : {}),
  },
});

const profileFolder = async (cookies: Cookies): Promise<string> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'e2e-profile-'));
  await mkdir(path.join(folder, 'Default'));
  await writeFile(path.join(folder, 'Default', 'Preferences'), JSON.stringify(preferencesFor(cookies)));
  return folder;
};

export const test = base.extend<Fixtures & { cookies: Cookies; context: BrowserContext }>({
  cookies: ['allowed', { option: true }],
  context: async ({ cookies, launchOptions, viewport }, provide) => {
    const folder = await profileFolder(cookies);
    const context = await chromium.launchPersistentContext(folder, { ...launchOptions, viewport });
    await provide(context);
    await context.close();
    await rm(folder, { recursive: true, force: true });
  },
  page: async ({ context }, provide) => provide(context.pages()[0] ?? (await context.newPage())),
  // Playwright finds what a fixture needs by destructuring, so the braces stay.
  world: async ({}, provide) => provide(await newWorld()),
});

export { expect } from '@playwright/test';
