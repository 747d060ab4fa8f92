import { saleFingerprintParts } from '../../domain/rules/sale-fingerprint-parts';
import { OPEN_SALE_STATUSES, salesCursorAfterPoll, salesWindow } from '../../domain/rules/sales-window';
import type { Sale } from '../../domain/sale';
import { fingerprint } from '../fingerprint';
import { askingFor, lookAfterSales, salesInterval } from '../next-polls';
import { PRIORITY } from '../priorities';
import type { OddItem } from '../ports/odd-item';
import type { DirtyRow, Tables } from '../ports/tables';
import { type Job, type JobContext, jobPerRow } from './job';
import { planNextRound, restUntilMarked, upkeepSubject } from './next-round';
import { isReadyToSync } from './ready';
import { findSalesCursor, SALES_CURSOR } from './sales-cursor';
import { ODD_SALES, tellOddItems } from './tell-odd-items';

const SALES_PER_CALL = 100;

const SUBJECT = upkeepSubject('Reading sales from Hike');

const work = async (context: JobContext, row: DirtyRow): Promise<void> => {
  const { storeHash, settings } = context;
  if (!isReadyToSync(context) || settings.paused.sales) {
    // Saving the settings, resuming and connecting mark the row again.
    await context.record('sales-poll-resting', (tables) => restUntilMarked(context, tables, { row, subject: SUBJECT }));
    return;
  }
  const { tables } = context.database;
  const startedAt = context.now();
  const cursor = await findSalesCursor(tables, storeHash);
  const oldestOpen = await tables.sales.oldestOpen(storeHash, OPEN_SALE_STATUSES);
  const window = salesWindow(cursor, { now: startedAt, startDate: settings.startDate ?? startedAt, oldestOpen });
  const odd: OddItem[] = [];
  const sales = await context.hike.sales.listByDate(window.from, window.to, (one) => odd.push(one));
  const calls = Math.ceil((sales.length + odd.length + 1) / SALES_PER_CALL);
  await context.record('sales-taken-in', async (inside) => {
    if (await takeIn(context, inside, sales)) await lookAfterSales(inside, askingFor(context));
    await tellOddItems(context, inside, { thing: ODD_SALES, page: { odd, understood: sales.map(({ id }) => id) } });
    await inside.cursors.save(storeHash, SALES_CURSOR, salesCursorAfterPoll(cursor, { reach: window.reach, startedAt, calls }));
    await planNextRound(context, inside, { row, inMs: await salesInterval(inside, askingFor(context)), subject: SUBJECT });
  });
};

/** Keeps what is new or changed and marks it, and says whether anything was; an unchanged sale costs a comparison. */
const takeIn = async (context: JobContext, tables: Tables, sales: readonly Sale[]): Promise<boolean> => {
  let isNews = false;
  const { storeHash } = context;
  const known = new Map((await tables.sales.findMany(storeHash, sales.map(({ id }) => id))).map((seen) => [seen.sale.id, seen]));
  for (const sale of sales) {
    const before = known.get(sale.id);
    const now = fingerprint(saleFingerprintParts(sale));
    if (before?.fingerprint === now) continue;
    isNews = true;
    await tables.sales.save(storeHash, { sale, fingerprint: now, orderId: before?.orderId ?? null, state: 'waiting' }, context.now());
    await tables.dirty.mark(storeHash, { thing: 'sale', id: String(sale.id), priority: PRIORITY.sale, notBefore: context.now(), trigger: 'schedule' });
  }
  return isNews;
};

/** Hike has no webhooks: new and changed sales are found by asking, often while the shop trades, rarely while it sleeps. */
export const pollHikeSales: Job = {
  batch: 1,
  needs: ['hike'],
  isUpkeep: true,
  subject: () => SUBJECT,
  run: jobPerRow({ load: async () => undefined, work }),
};

