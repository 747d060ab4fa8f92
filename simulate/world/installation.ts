import { sandboxEnvironment } from '../../lib/composition/testing/sandbox-environment';
import { connectShop, installInto, requiredSettings } from '../../lib/composition/testing/open-store';
import type { App } from '../../lib/assemble-app';
import { StoreHash } from '../../lib/domain/ids';
import { readEnvironment } from '../../lib/env';
import type { AppProcess } from './app-process';
import type { Place } from './platforms';
import type { VirtualTime } from './virtual-time';
import { APP_URL, BIGCOMMERCE_URL, CONTROL_URL, HIKE_URL } from './virtual-network';

const URLS = { appUrl: APP_URL, bigcommerceUrl: BIGCOMMERCE_URL, hikeUrl: HIKE_URL, controlUrl: CONTROL_URL };

/** The address of the database is read by nobody: the process is handed one. */
export const simulatedEnvironment = () => readEnvironment(sandboxEnvironment({ ...URLS, databaseUrl: 'postgresql://localhost/simulated' }));

const env = simulatedEnvironment();

const until = async (time: VirtualTime, what: string, isIt: () => Promise<boolean>): Promise<void> => {
  for (let second = 0; second < 600; second += 1) {
    if (await isIt()) return;
    await time.sleep(1_000);
  }
  throw new Error(`Setting up: ${what} did not happen.`);
};

/** Whoever owns the store opens the app for the first time, or once more. */
export const install = ({ app }: { app: App }, place: Place) => installInto({ ...app, env }, URLS, place);

export const connect = ({ app }: { app: App }, { place, userId }: { place: Place; userId: Awaited<ReturnType<typeof install>> }): Promise<void> =>
  connectShop({ ...app, env }, URLS, { ...place, storeHash: StoreHash.parse(place.storeHash), userId });

/** From an empty database to a store in step: installed, connected, set, looked at first, and started. */
export const setUp = async (time: VirtualTime, process: AppProcess, place: Place): Promise<void> => {
  const storeHash = StoreHash.parse(place.storeHash);
  const { pages } = process.app;
  await connect(process, { place, userId: await install(process, place) });
  await until(time, 'reading the lists of both sides', async () => {
    const view = await pages.settings(storeHash);
    return view.hike.registers.length > 0 && view.store.taxClasses.length > 0;
  });
  const view = await pages.settings(storeHash);
  const saved = await pages.saveSettings(storeHash, { version: view.version, value: requiredSettings(view) }, 'ana@example.com');
  if (saved.kind !== 'saved') throw new Error('The settings were not saved.');
  await pages.actOnProducts(storeHash, { action: 'dry-run' });
  await until(time, 'the dry run', async () => (await pages.catalogueRun(storeHash)).state === 'ready');
  await pages.actOnProducts(storeHash, { action: 'start' });
  await until(time, 'the first sync', async () => (await pages.catalogueRun(storeHash)).state === 'in-step');
  await time.sleep(120_000);
};
