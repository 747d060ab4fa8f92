import type { StoreHash } from '../../domain/ids';
import type { AccountDeps } from './account-deps';
import { markHint, type ReadingHint } from './mark-hint';
import { uninstallStore } from './uninstall-store';

/** What a webhook hints at; what is true is read anew. */
export type Hint = ReadingHint | { kind: 'uninstalled' } | { kind: 'nothing' };

export interface Delivery {
  storeHash: StoreHash;
  webhookId: string;
  scope: string;
  body: string;
  hint: Hint;
}

/**
 * Keeps the delivery and marks what it hints at, in one transaction. One that was here before wakes nobody, but still
 * marks: the sender's keys may repeat, and a mark too many costs a read while one too few loses a change.
 */
export const receiveWebhook = (deps: Pick<AccountDeps, 'database' | 'queue' | 'clock'>, delivery: Delivery): Promise<void> =>
  deps.database.transaction('webhook-received', async (tables) => {
    const { storeHash, webhookId, scope, body, hint } = delivery;
    const now = deps.clock.now();
    const isNew = await tables.inbox.create(storeHash, { webhookId, scope, body, receivedAt: now });
    if (hint.kind === 'uninstalled') return uninstallStore(tables, storeHash, now);
    // Whether the store is installed is the caller's to know; should it be uninstalled at this moment, the pump drops the mark.
    if (hint.kind === 'nothing') return;
    const isDue = await markHint(tables, storeHash, { hint, now });
    if (isNew && isDue) await deps.queue.wake(storeHash, tables);
  });
