import { z } from 'zod';
import { RefusedByVendor } from '../../engine/ports/failures';
import type { WantedHooks } from '../../engine/ports/bigcommerce';
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

const pathOf = (address: string): string | null => (URL.canParse(address) ? new URL(address).pathname : null);

const carries = ({ headers }: Hook, secret: string): boolean =>
  Object.entries(headers ?? {}).some(([name, value]) => name.toLowerCase() === HOOK_SECRET_HEADER.toLowerCase() && value === secret);

/** Only hooks of our own API account are in the list; those of other paths are none of ours all the same. */
const listOurs = async (api: BigCommerceApi, destination: string): Promise<Hook[]> =>
  (await listPages(api, { path: HOOKS, query: {} }, hook)).filter((one) => pathOf(one.destination) === pathOf(destination));

/**
 * Ours to keep are the hooks at the wanted destination; those at the same path elsewhere, or for a topic no longer
 * wanted, are left over from an earlier address or version, and go last: until then they tell more than nobody.
 */
export const reconcileHooks = async (api: BigCommerceApi, { destination, secret, scopes, onSilent }: WantedHooks): Promise<void> => {
  const ours = await listOurs(api, destination);
  // One topic and destination have one hook at most.
  const kept = new Map(ours.filter((one) => one.destination === destination && scopes.includes(one.scope)).map((one) => [one.scope, one]));
  const silent = scopes.filter((scope) => kept.get(scope)?.is_active !== true);
  if (silent.length > 0) await onSilent(silent);
  for (const scope of scopes) await mendHook(api, { scope, destination, is_active: true, headers: { [HOOK_SECRET_HEADER]: secret } }, kept.get(scope));
  for (const { id } of ours.filter((one) => kept.get(one.scope) !== one)) await api.send('DELETE', { path: `${HOOKS}/${id}` }, done);
};

type NewHook = z.output<typeof newHook>;

const mendHook = async (api: BigCommerceApi, wanted: NewHook, existing: Hook | undefined): Promise<void> => {
  const { is_active, headers } = wanted;
  if (existing === undefined) await createHook(api, wanted);
  else if (!existing.is_active || !carries(existing, headers[HOOK_SECRET_HEADER] ?? '')) {
    await api.send('PUT', { path: `${HOOKS}/${existing.id}`, body: { schema: changedHook, value: { is_active, headers } } }, done);
  }
};

/** One per topic and destination can exist; which status a second one is refused with is not documented, so the list tells. */
const createHook = async (api: BigCommerceApi, value: NewHook): Promise<void> => {
  try {
    await api.send('POST', { path: HOOKS, body: { schema: newHook, value } }, done);
  } catch (error) {
    if (!(error instanceof RefusedByVendor)) throw error;
    const hooks = await listPages(api, { path: HOOKS, query: {} }, hook);
    if (!hooks.some(({ scope, destination }) => scope === value.scope && destination === value.destination)) throw error;
  }
};
