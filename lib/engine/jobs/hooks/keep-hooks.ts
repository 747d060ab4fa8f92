import type { Instant } from '../../../domain/instant';
import { instantPlus } from '../../../domain/instant-arithmetic';
import type { DirtyRow, Tables } from '../../ports/tables';
import type { JobContext } from '../job';
import { readHooksWatch, saveHooksWatch } from './hooks-watch';
import { makeUpForSilence } from './make-up-for-silence';

export const HOOK_SCOPES = [
  'store/order/created',
  'store/order/updated',
  'store/order/statusUpdated',
  'store/order/archived',
  'store/order/refund/created',
  'store/shipment/created',
  'store/product/created',
  'store/product/updated',
  'store/product/deleted',
  'store/sku/created',
  'store/sku/updated',
  'store/sku/deleted',
  'store/product/inventory/updated',
  'store/product/inventory/order/updated',
  'store/sku/inventory/updated',
  'store/sku/inventory/order/updated',
  'store/app/uninstalled',
] as const;

/** Puts our webhooks right. What was silent is noted first: once it speaks again, only the note tells that it did not. */
export const putHooksRight = (context: JobContext): Promise<void> =>
  context.bigcommerce.store.reconcileHooks({
    destination: `${context.installation.appUrl}/api/bigcommerce/webhooks`,
    secret: context.store.hookSecret,
    scopes: HOOK_SCOPES,
    onSilent: (scopes) => context.record('silence-noted', (tables) => noteSilence(context, tables, scopes)),
  });

const noteSilence = async ({ storeHash, store }: JobContext, tables: Tables, scopes: readonly string[]): Promise<void> => {
  const watch = await readHooksWatch(tables, storeHash);
  const { goodAt, silence } = watch;
  // Where no check was ever noted, the profile tells when there was one; at the first there is nothing to make up for.
  const since = silence?.since ?? goodAt ?? store.profile?.readAt;
  if (since === undefined) return;
  await saveHooksWatch(tables, storeHash, { ...watch, silence: { since, scopes: [...new Set([...(silence?.scopes ?? []), ...scopes])] } });
};

/** All hooks stand as wanted since `checkedAt`; what a silence before it hid is read back. */
export const recordGoodHooks = async (context: JobContext, tables: Tables, { row, checkedAt }: { row: DirtyRow; checkedAt: Instant }): Promise<void> => {
  const { silence, oldSecretUntil } = await readHooksWatch(tables, context.storeHash);
  if (silence !== null) await makeUpForSilence(context, tables, { row, silence });
  await saveHooksWatch(tables, context.storeHash, { goodAt: checkedAt, silence: null, oldSecretUntil: await endOldSecret(context, tables, oldSecretUntil) });
};

/** BigCommerce repeats a delivery for two days. */
const LATEST_DELIVERY_MS = 3 * 24 * 60 * 60_000;

const endOldSecret = async ({ storeHash, store, now }: JobContext, tables: Tables, until: Instant | null): Promise<Instant | null> => {
  if (store.previousHookSecret === null) return null;
  if (until === null) return instantPlus(now(), LATEST_DELIVERY_MS);
  if (until > now()) return until;
  await tables.stores.forgetPreviousHookSecret(storeHash);
  return null;
};
