import type { Instant } from '../../domain/instant';
import { instantPlus } from '../../domain/instant-arithmetic';
import type { WantedHooks } from '../ports/bigcommerce';

interface FakeHook {
  secret: string;
  isActive: boolean;
  /** Or when it was made, or last switched on. */
  lastEventAt: Instant;
}

/** BigCommerce's webhooks by topic. It switches off those that had nothing to tell for 90 days. */
export interface FakeHooksWorld {
  hooks: Map<string, FakeHook>;
  now(): Instant;
}

const QUIET_MS = 90 * 24 * 60 * 60_000;

export const newHooksWorld = (): Pick<FakeHooksWorld, 'hooks'> => ({ hooks: new Map() });

const expireQuietHooks = ({ hooks, now }: FakeHooksWorld): void => {
  for (const hook of hooks.values()) if (now() > instantPlus(hook.lastEventAt, QUIET_MS)) hook.isActive = false;
};

/** The secret with which the hook of a topic tells of an event; `null` when nobody is told. */
export const tellHook = (world: FakeHooksWorld, scope: string): string | null => {
  expireQuietHooks(world);
  const hook = world.hooks.get(scope);
  if (hook?.isActive !== true) return null;
  hook.lastEventAt = world.now();
  return hook.secret;
};

type Call = <T>(name: string, effect: () => T) => Promise<T>;

export const fakeHooks = async (world: FakeHooksWorld, { scopes, secret, onSilent }: WantedHooks, call: Call): Promise<void> => {
  const silent = await call('store.hooks', () => {
    expireQuietHooks(world);
    return scopes.filter((scope) => world.hooks.get(scope)?.isActive !== true);
  });
  if (silent.length > 0) await onSilent(silent);
  for (const scope of scopes) {
    const hook = world.hooks.get(scope);
    if (hook?.isActive === true && hook.secret === secret) continue;
    await call('store.hook.mend', () => world.hooks.set(scope, { secret, isActive: true, lastEventAt: world.now() }));
  }
};
