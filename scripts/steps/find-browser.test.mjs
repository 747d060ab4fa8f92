import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findBrowser } from './find-browser.mjs';

let folder;
let program;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'browser-'));
  program = path.join(folder, 'chromium');
  await writeFile(program, '');
});

afterEach(() => rm(folder, { recursive: true }));

it('takes the browser that the environment names before an installed one', async () => {
  const named = path.join(folder, 'another');
  await writeFile(named, '');
  const browser = await findBrowser({ environment: { PLAYWRIGHT_CHROMIUM_PATH: named, PATH: folder } });
  expect(browser).toEqual({ path: named, source: 'PLAYWRIGHT_CHROMIUM_PATH' });
});

it('refuses a name that leads nowhere rather than taking another', async () => {
  const environment = { PLAYWRIGHT_CHROMIUM_PATH: path.join(folder, 'missing'), PATH: folder };
  await expect(findBrowser({ environment })).rejects.toThrow('there is no such file');
});

it.skipIf(process.platform !== 'linux')('on Linux, takes what is installed', async () => {
  expect(await findBrowser({ environment: { PATH: `/nowhere${path.delimiter}${folder}` } })).toEqual({ path: program, source: 'installed on this machine' });
});
