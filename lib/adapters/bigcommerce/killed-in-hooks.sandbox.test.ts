import { describe, expect, it } from 'vitest';
import type { BigCommerce, WantedExtension } from '../../engine/ports/bigcommerce';
import { HOOK_SECRET_HEADER } from '../../engine/ports/hook-secret-header';
import { DEATHS, type Death, dyingTransport } from './testing/dying-transport';
import { openSandboxStore, type SandboxStore } from './testing/sandbox-store';

const DESTINATION = 'https://app.example/api/bigcommerce/webhooks';
const EARLIER = 'https://old.example/api/bigcommerce/webhooks';
const SCOPES = ['store/order/created', 'store/order/updated', 'store/app/uninstalled'];

const putHooksRight = ({ store }: BigCommerce, change: { secret?: string; destination?: string; scopes?: string[] } = {}): Promise<void> =>
  store.reconcileHooks({ destination: DESTINATION, secret: 'new', scopes: SCOPES, onSilent: async () => undefined, ...change });

const extension = (path: string, label: string): WantedExtension => ({ model: 'ORDERS', context: 'PANEL', url: `/${path}/\${id}`, label });
const putExtensionsRight = ({ store }: BigCommerce, wanted = [extension('orders', 'Import'), extension('panel', 'Look')]): Promise<void> => store.reconcileExtensions(wanted);

interface Scene {
  prepare(store: BigCommerce): Promise<void>;
  act(store: BigCommerce): Promise<void>;
}

/** Plays it on a store of its own, and once more by another process where the first one died; answers how many calls the first made. */
const play = async ({ prepare, act }: Scene, call: number, death: Death | null): Promise<{ own: SandboxStore; calls: number }> => {
  const own = await openSandboxStore();
  await prepare(own.bigcommerce);
  const dying = dyingTransport(call, death);
  await Promise.race([act(own.withTransport(dying.transport)), dying.death]);
  if (death !== null) {
    await dying.death;
    await act(own.bigcommerce);
  }
  return { own, calls: dying.calls() };
};

/** A death over each call, at each of its moments, ends as no death does. */
const expectTheSame = async (scene: Scene, stateOf: (store: SandboxStore) => Promise<unknown>, wanted: unknown): Promise<void> => {
  const { own, calls } = await play(scene, 0, null);
  expect(await stateOf(own)).toEqual(wanted);
  expect(calls).toBeGreaterThan(2);
  for (let call = 1; call <= calls; call += 1) {
    for (const death of DEATHS) expect.soft({ call, death, state: await stateOf((await play(scene, call, death)).own) }).toEqual({ call, death, state: wanted });
  }
};

describe('a process that is killed between the calls', () => {
  const hooksOf = async (store: SandboxStore) =>
    (await store.state()).hooks.map(({ scope, destination, is_active: isActive, headers }) => [scope, destination, isActive, headers?.[HOOK_SECRET_HEADER]]).sort();
  const HOOKS = SCOPES.map((scope) => [scope, DESTINATION, true, 'new']).sort();

  it.each<[string, Scene['prepare']]>([
    ['that make webhooks', async () => undefined],
    ['that make some and give the others a new secret', (store) => putHooksRight(store, { secret: 'old', scopes: SCOPES.slice(1) })],
    ['that make some and remove those of an earlier address, and of topics no longer wanted', (store) => putHooksRight(store, { destination: EARLIER, secret: 'old', scopes: [...SCOPES.slice(1), 'store/product/created'] })],
  ])('%s leaves just the right ones, each once and with the right secret', async (_what, prepare) => {
    await expectTheSame({ prepare, act: putHooksRight }, hooksOf, HOOKS);
  }, 60_000);

  it('that make, change and remove menu entries leaves just those that are wanted', async () => {
    const prepare: Scene['prepare'] = (store) => putExtensionsRight(store, [extension('gone', 'Gone'), extension('orders', 'As it was')]);
    const entriesOf = async (store: SandboxStore) => (await store.state()).extensions.map(({ url, label }) => [url, label.defaultValue]).sort();
    await expectTheSame({ prepare, act: putExtensionsRight }, entriesOf, [['/orders/${id}', 'Import'], ['/panel/${id}', 'Look']]);
  }, 60_000);
});
