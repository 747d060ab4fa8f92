import { instantPlus } from '../../domain/instant-arithmetic';
import { connectionEntry } from '../account/connection-entry';
import { markPolls } from '../account/mark-polls';
import { PRIORITY } from '../priorities';
import type { EntryFilter, Tables } from '../ports/tables';
import type { WantedExtension } from '../ports/bigcommerce';
import { putHooksRight, recordGoodHooks } from './hooks/keep-hooks';
import { forgetPreviewed } from './import-order/previewed-order';
import { type Job, type JobContext, jobPerRow } from './job';
import { planNextRound, upkeepSubject } from './next-round';
import { planReconciliation } from './reconcile/plan-reconciliation';
import { planPass } from './stock/pass-over-levels';
import { noteAnswer } from './watch/note-answer';

/** Hooks die after 90 quiet days or a long outage, and the mail about it goes elsewhere: so they are checked hourly. */
const EVERY_MS = 60 * 60_000;

const extensionsOf = (storeHash: string): WantedExtension[] => [
  { model: 'ORDERS', context: 'PANEL', url: `/extension/${storeHash}/orders/\${id}`, label: 'Import to Hike' },
];

const SUBJECT = upkeepSubject('Store, webhooks and menu entries in BigCommerce');

const work = async (context: JobContext, row: Parameters<Job['subject']>[0]): Promise<void> => {
  const { store: remote } = context.bigcommerce;
  const profile = await remote.getProfile();
  const checkedAt = context.now();
  await putHooksRight(context);
  await remote.reconcileExtensions(extensionsOf(context.storeHash));
  const isFirst = context.store.profile === null;
  await context.record('store-kept', async (tables) => {
    await tables.stores.saveProfile(context.storeHash, profile);
    await tables.stores.countUnauthorized(context.storeHash, 0);
    await closeTrouble(context, tables);
    await noteAnswer(tables, context.storeHash, { side: 'bigcommerce', now: context.now() });
    await recordGoodHooks(context, tables, { row, checkedAt });
    if (isFirst || row.trigger === 'person') {
      // What happened before the hooks stood is read back.
      await tables.dirty.mark(context.storeHash, { thing: 'orders', id: '-', priority: PRIORITY.poll, notBefore: context.now(), trigger: 'follow-up' });
      // A re-install keeps the connection, but all work was dropped with the uninstall.
      if (context.connection !== null) await markPolls(tables, context.storeHash, { now: context.now(), trigger: 'follow-up' });
      // A poll sees them unchanged, so nobody else would come back to them.
      const unsettled = await tables.sales.listUnsettled(context.storeHash);
      await tables.dirty.markMany(context.storeHash, unsettled.map((id) => ({ thing: 'sale', id: String(id), priority: PRIORITY.sale, notBefore: context.now(), trigger: 'follow-up' })));
    }
    await forgetPreviewed(tables, context.storeHash, instantPlus(context.now(), -EVERY_MS));
    await planPass(context, tables);
    await planReconciliation(context, tables);
    await planNextRound(context, tables, { row, inMs: EVERY_MS, subject: SUBJECT });
  });
};

/** An answer is the proof that our access is good again. */
const closeTrouble = async (context: JobContext, tables: Tables): Promise<void> => {
  const open = await tables.entries.list(context.storeHash, { ...ANY_ENTRY, results: ['needs-you'], thing: 'connection', recordId: 'bigcommerce' });
  if (open.length === 0) return;
  const message = 'BigCommerce accepts our access again; every setting was kept.';
  await tables.entries.record(context.storeHash, connectionEntry('bigcommerce', { at: context.now(), message }));
};

const ANY_ENTRY: EntryFilter = { results: [], direction: null, thing: null, search: '', from: null, before: null, limit: 1 };

/** Keeps what BigCommerce holds for us true: the store's profile, our webhooks, our menu entry. */
export const keepStore: Job = {
  batch: 1,
  needs: ['bigcommerce'],
  isUpkeep: true,
  subject: () => SUBJECT,
  run: jobPerRow({ load: async () => undefined, work }),
};
