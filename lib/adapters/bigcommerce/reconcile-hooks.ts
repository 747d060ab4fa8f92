import { z } from 'zod';
import { RefusedByVendor } from '../../engine/ports/failures';
import type { BigCommerceStore } from '../../engine/ports/bigcommerce';
import { HOOK_SECRET_HEADER } from '../../engine/ports/hook-secret-header';
import type { BigCommerceApi } from './bigcommerce-api';
import { listPages } from './list-pages';

const HOOKS = '/v3/hooks';

const hook = z.object({
  id: z.int(),
  scope: z.string(),
  destination: z.string(),
  is_active: z.boolean(),
  headers: z.record(z.string(), z.string()).nullish().catch(null),
});
type Hook = z.output<typeof hook>;

const newHook = z.strictObject({ scope: z.string().min(1), destination: z.url(), is_active: z.literal(true), headers: z.record(z.string(), z.string()) });
const changedHook = z.strictObject({ is_active: z.literal(true), headers: z.record(z.string(), z.string()) });
const done = z.unknown();

type Wanted = Parameters<BigCommerceStore['reconcileHooks']>[0];

const pathOf = (address: string): string | null => (URL.canParse(address) ? new URL(address).pathname : null);

const carries = ({ headers }: Hook, secret: string): boolean =>
  Object.entries(headers ?? {}).some(([name, value]) => name.toLowerCase() === HOOK_SECRET_HEADER.toLowerCase() && value === secret);

/**
 * Only hooks of our own API account are in the list. Ours to keep are those at the wanted destination; those at the
 * same path elsewhere, or for a topic no longer wanted, are left over from an earlier address or version.
 */
export const reconcileHooks = async (api: BigCommerceApi, { destination, secret, scopes }: Wanted): Promise<void> => {
  const headers = { [HOOK_SECRET_HEADER]: secret };
  const ours = (await listPages(api, { path: HOOKS, query: {} }, hook)).filter((one) => pathOf(one.destination) === pathOf(destination));
  const kept = new Map<string, Hook>();
  for (const one of ours) {
    const isWanted = one.destination === destination && scopes.includes(one.scope) && !kept.has(one.scope);
    if (isWanted) kept.set(one.scope, one);
    else await api.send('DELETE', { path: `${HOOKS}/${one.id}` }, done);
  }
  for (const scope of scopes) {
    const existing = kept.get(scope);
    if (!existing) await createHook(api, { scope, destination, is_active: true, headers });
    else if (!existing.is_active || !carries(existing, secret)) {
      await api.send('PUT', { path: `${HOOKS}/${existing.id}`, body: { schema: changedHook, value: { is_active: true, headers } } }, done);
    }
  }
};

/** One per topic and destination can exist; which status a second one is refused with is not documented, so the list tells. */
const createHook = async (api: BigCommerceApi, value: z.output<typeof newHook>): Promise<void> => {
  try {
    await api.send('POST', { path: HOOKS, body: { schema: newHook, value } }, done);
  } catch (error) {
    if (!(error instanceof RefusedByVendor)) throw error;
    const hooks = await listPages(api, { path: HOOKS, query: {} }, hook);
    if (!hooks.some(({ scope, destination }) => scope === value.scope && destination === value.destination)) throw error;
  }
};
