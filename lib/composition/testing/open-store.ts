import { setTimeout as pause } from 'node:timers/promises';
import type { Services } from '../../composition';
import { StoreHash } from '../../domain/ids';
import type { HikeTax } from '../../domain/sale';
import type { Settings } from '../../domain/settings';

interface Place {
  storeHash: string;
  shopId: string;
}

interface Sandbox {
  hikeUrl: string;
  controlUrl: string;
}

export type SettingsView = Awaited<ReturnType<Services['pages']['settings']>>;

/** As a merchant does it, without a browser: installs the app in a store of the sandbox, connects the shop, sets what is required. */
export const openStore = async (services: Services, sandbox: Sandbox, place: Place): Promise<StoreHash> => {
  const storeHash = StoreHash.parse(place.storeHash);
  const userId = await installInto(services, sandbox, place);
  await connectShop(services, sandbox, { ...place, storeHash, userId });
  const view = await untilListsAreRead(services, storeHash);
  const saved = await services.pages.saveSettings(storeHash, { version: view.version, value: requiredSettings(view) }, 'ana@example.com');
  if (saved.kind !== 'saved') throw new Error(`The settings were not saved: ${JSON.stringify(saved)}`);
  return storeHash;
};

type Rooms = Pick<Services, 'account' | 'pages' | 'env'>;

/** Answers who installed it. */
export const installInto = async (services: Rooms, { controlUrl }: Pick<Sandbox, 'controlUrl'>, { storeHash }: Pick<Place, 'storeHash'>) => {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${controlUrl}/stores/${storeHash}/install`, { method: 'POST', headers, body: '{}' });
  const { url } = (await answer.json()) as { url: string };
  const query = new URL(url).searchParams;
  const installed = await services.account.install({ code: query.get('code') ?? '', scope: query.get('scope') ?? '', context: query.get('context') ?? '' });
  if (installed.kind !== 'installed') throw new Error(`Not installed: ${installed.reason}`);
  return installed.userId;
};

interface Person {
  storeHash: StoreHash;
  shopId: string;
  userId: Awaited<ReturnType<typeof installInto>>;
}

export const connectShop = async ({ account, env }: Rooms, { hikeUrl }: Pick<Sandbox, 'hikeUrl'>, { storeHash, shopId, userId }: Person): Promise<void> => {
  const state = await account.beginHikeConnection({ storeHash, userId });
  const form = { client_id: env.hike.clientId, redirect_uri: `${env.appUrl}/api/hike/callback`, state: 'x', shop: shopId, decision: 'allow' };
  const consent = await fetch(`${hikeUrl}/oauth/authorize`, { method: 'POST', redirect: 'manual', body: new URLSearchParams(form) });
  const code = new URL(consent.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const outcome = await account.finishHikeConnection(state, code);
  if (outcome !== 'connected') throw new Error(`Not connected: ${outcome}`);
};

const PATIENCE_MS = 30_000;

const untilListsAreRead = async ({ pages }: Services, storeHash: StoreHash): Promise<SettingsView> => {
  for (const deadline = performance.now() + PATIENCE_MS; performance.now() < deadline; await pause(50)) {
    const view = await pages.settings(storeHash);
    if (view.hike.registers.length > 0 && view.store.taxClasses.length > 0) return view;
  }
  throw new Error('The lists of both platforms were not read.');
};

/** What the page asks for, and nothing else; a shop without register "Online" sells online through its first. */
export const requiredSettings = (view: SettingsView): Settings => {
  const { registers, taxes, paymentTypes } = view.hike;
  const register = registers.find(({ name }) => name === 'Online') ?? registers[0]!;
  const tax = (is: (one: HikeTax) => boolean) => taxes.find(is)!.id;
  const full = tax(({ rate }) => Number(rate) > 0);
  const payment = (name: string) => (paymentTypes.find((one) => one.name === name) ?? paymentTypes[0]!).id;
  const classes = [{ id: 0, name: 'Default' }, ...view.store.taxClasses];
  const byClass = Object.fromEntries(classes.map(({ id, name }) => [String(id), /free|exempt/i.test(name) ? tax(({ rate }) => Number(rate) === 0) : full]));
  return {
    ...view.value,
    outletId: register.outletId,
    registerId: register.id,
    payments: { fallback: payment('BigCommerce'), byMethod: { 'Gift Certificate': payment('Gift Card'), 'Store Credit': payment('Store Credit') } },
    salePrice: 'price',
    taxes: { byClass, shipping: full },
  };
};
