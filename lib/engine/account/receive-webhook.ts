import type { OrderId, StoreHash } from '../../domain/ids';
import type { Instant } from '../../domain/instant';
import { PRIORITY } from '../priorities';
import type { Tables } from '../ports/tables';
import type { AccountDeps } from './account-deps';
import { markNow } from './mark-now';
import { uninstallStore } from './uninstall-store';

/** What a webhook hints at; what is true is read anew. */
export type Hint = { kind: 'order'; id: OrderId } | { kind: 'store' } | { kind: 'uninstalled' } | { kind: 'nothing' };

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
  deps.database.transaction(async (tables) => {
    const { storeHash, webhookId, scope, body, hint } = delivery;
    const now = deps.clock.now();
    const isNew = await tables.inbox.create(storeHash, { webhookId, scope, body, receivedAt: now });
    if (hint.kind === 'uninstalled') return uninstallStore(tables, storeHash, now);
    const store = await tables.stores.find(storeHash);
    if (store === null || store.state === 'uninstalled' || hint.kind === 'nothing') return;
    await mark(tables, storeHash, { hint, now });
    if (isNew) await deps.queue.wake(storeHash, tables);
  });

const mark = (tables: Tables, storeHash: StoreHash, { hint, now }: { hint: Extract<Hint, { kind: 'order' | 'store' }>; now: Instant }): Promise<void> =>
  hint.kind === 'store'
    ? markNow(tables, storeHash, { thing: 'store', now, trigger: 'webhook' })
    : tables.dirty.mark(storeHash, { thing: 'order', id: String(hint.id), priority: PRIORITY.order, notBefore: now, trigger: 'webhook' });
