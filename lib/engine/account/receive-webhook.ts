import type { StoreHash } from '../../domain/ids';
import type { AccountDeps } from './account-deps';
import { inBatches } from '../in-batches';
import { isDueAtOnce, markHints, type ReadingHint } from './mark-hints';
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

/** A burst of them is taken in together, whatever store it is about. */
const MOST_AT_ONCE = 100;

/**
 * Keeps the delivery and marks what it hints at, in one transaction with those of its store that come at the same time.
 * One that was here before wakes nobody, but still marks: the sender's keys may repeat, and a mark too many costs a read
 * while one too few loses a change.
 */
export const webhookReceiver = (deps: Pick<AccountDeps, 'database' | 'queue' | 'clock'>): ((delivery: Delivery) => Promise<void>) =>
  inBatches({
    keyOf: ({ storeHash }) => storeHash,
    most: MOST_AT_ONCE,
    work: async (deliveries) => {
      await takeIn(deps, deliveries);
      return [];
    },
  });

const takeIn = ({ database, queue, clock }: Pick<AccountDeps, 'database' | 'queue' | 'clock'>, deliveries: readonly Delivery[]): Promise<void> =>
  database.transaction('webhook-received', async (tables) => {
    const [first] = deliveries;
    if (first === undefined) return;
    const { storeHash } = first;
    const now = clock.now();
    const fresh = new Set(await tables.inbox.createMany(storeHash, deliveries.map(({ webhookId, scope, body }) => ({ webhookId, scope, body, receivedAt: now }))));
    if (deliveries.some(({ hint }) => hint.kind === 'uninstalled')) return uninstallStore(tables, storeHash, now);
    // Whether the store is installed is the caller's to know; should it be uninstalled at this moment, the pump drops the marks.
    const told = deliveries.flatMap(({ webhookId, hint }) => (leadsToReading(hint) ? [{ isNew: fresh.has(webhookId), hint }] : []));
    await markHints(tables, storeHash, { hints: told.map(({ hint }) => hint), now });
    if (told.some(({ isNew, hint }) => isNew && isDueAtOnce(hint))) await queue.wake(storeHash, tables);
  });

const leadsToReading = (hint: Hint): hint is ReadingHint => hint.kind !== 'uninstalled' && hint.kind !== 'nothing';
