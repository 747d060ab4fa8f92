import { defineConfig } from '@playwright/test';
import { PORTS, SERVERS } from './e2e/servers';
import type { Cookies } from './e2e/support/test';

const serverOptions = Object.entries(PORTS).map(([key, port]) => `--${key}-port ${port}`);
// `npm test` finds a browser and names it here; without it Playwright's own serves.
const executablePath = process.env.PLAYWRIGHT_CHROMIUM_PATH;

export default defineConfig<{ cookies: Cookies }>({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  // Each test has a store and a shop of its own; more browsers at once than cores only make them slow.
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  // Two browsers, an app, a database and a sandbox share two cores.
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? 'test-results/e2e.json' }]],
  use: {
    baseURL: SERVERS.bigcommerceUrl,
    browserName: 'chromium',
    viewport: { width: 1280, height: 900 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
    },
  },
  projects: [
    { name: 'cookies allowed', use: { cookies: 'allowed' } },
    { name: 'third-party cookies blocked', use: { cookies: 'third-party-blocked' } },
    // What differs without any cookie is the session; one import shows that the rest does not depend on it.
    { name: 'no cookies at all', use: { cookies: 'refused' }, testMatch: ['session.spec.ts', 'import.spec.ts'], grep: /never mix|being sent|is signed out|own menu|equal to the cent/ },
  ],
  webServer: {
    command: `node scripts/e2e-servers.mjs ${serverOptions.join(' ')}`,
    url: `${SERVERS.appUrl}/api/health`,
    timeout: 240_000,
    reuseExistingServer: false,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
});
