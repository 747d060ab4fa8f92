/** One mistake that somebody might make: a text of one file, and what stands in its place. */
export interface SeededBug {
  name: string;
  file: string;
  find: string;
  replace: string;
}

const BUGS: readonly [name: string, file: string, find: string, replace: string][] = [
  ['a create is repeated without a look', 'lib/engine/jobs/create-once.ts', "if (intent !== null && intent.state !== 'refused') {", 'if (intent !== null && intent.looks < 0) {'],
  ['a lost answer counts as a refusal', 'lib/engine/jobs/create-once.ts', "{ state: 'unknown', looks: 0 }", "{ state: 'refused', looks: 0 }"],
  ['what fails in passing is dropped', 'lib/engine/settle-failure.ts', 'await tables.dirty.postpone(context.storeHash, row, until);', 'await tables.dirty.settle(context.storeHash, row);'],
  ['what is given up leaves no entry', 'lib/engine/settle-failure.ts', "result: 'needs-you',", "result: 'ignored',"],
  ['the watermark of sales moves on by itself', 'lib/domain/rules/sales-window.ts', 'const { now, startDate, oldestOpen } = facts;', 'const { now, startDate, oldestOpen } = facts;\n  cursor = { ...cursor, goodUntil: instantPlus(now, -MINUTE) };'],
  ['an order that is found counts as made of today’s sale', 'lib/engine/jobs/send-sale/create-order.ts', 'found === null || isMadeOf(found, draft)', 'found === null || isMadeOf(found, draft) || true'],
  ['a sale that is found counts as made of today’s order', 'lib/engine/jobs/import-order/create-sale.ts', 'number: first.number, status: first.status, found: first', 'number: first.number, status: order.statusId === 11 ? first.status : "Completed", found: first'],
  ['nobody waits for the quota of the other side', 'lib/engine/settle-failure.ts', 'if (!job.needs.includes(side)) await postpone(', "if (row.id === '' && !job.needs.includes(side)) await postpone("],
  ['a sale keeps its first state', 'lib/engine/jobs/poll-hike-sales.ts', 'if (before?.fingerprint === now) continue;', 'if (before !== undefined) continue;'],
  ['a row is deleted whatever its version', 'lib/engine/testing/memory/memory-work-tables.ts', 'if (dirty.get(storeHash, thing, id)?.version === version) dirty.delete(storeHash, thing, id);', 'void version;\n    dirty.delete(storeHash, thing, id);'],
  ['every process gets the lease, and no write is fenced', 'lib/engine/testing/memory/memory-work-tables.ts', 'if (known !== null && known.owner !== null && known.expiresAt > now) return null;', 'void now;'],
  ['a store finds the work of its neighbours', 'lib/engine/testing/memory/memory-work-tables.ts', 'const due = dirty.listTagged(storeHash, [thing]).filter((row) =>', 'const due = dirty.all().map(({ value }) => value).filter((row) => row.thing === thing &&'],
  ['each process counts its own calls alone', 'lib/adapters/http/own-call-times.ts', 'return countFrom(own, from) + Math.max(0, others);', 'return countFrom(own, from) + Math.min(0, others);'],
  ['nobody sweeps', 'lib/engine/sweep.ts', 'for (const storeHash of await database.tables.dirty.listStoresDue(clock.now())) await queue.wake(storeHash);', 'void [database, queue, clock];'],
  ['what came from BigCommerce goes back', 'lib/domain/rules/is-sale-from-bigcommerce.ts', 'importedFrom !== null || sale.source === SOURCE_BIGCOMMERCE ||', 'importedFrom === null && sale.source !== SOURCE_BIGCOMMERCE && sale.number.length > 99 &&'],
  ['shipping is left out of the order’s total', 'lib/domain/rules/order-amounts-from-sale.ts', 'total: { incTax: worth, exTax },', 'total: { incTax: subtract(worth, shipping), exTax: subtract(exTax, shipping) },'],
  ['open orders hold nothing back', 'lib/domain/rules/stock/stock-to-publish.ts', 'published: Math.max(0, units - reserve - kept)', 'published: Math.max(0, units - kept)'],
  ['the buffer is forgotten', 'lib/domain/rules/stock/stock-to-publish.ts', "kind === 'units' ? value :", "kind === 'units' ? 0 :"],
  ['a voided sale leaves its order alone', 'lib/engine/jobs/send-sale/send-sale.ts', 'else if (link !== undefined) await followLaterSale(', "else if (link !== undefined && seen.sale.status !== 'Voided') await followLaterSale("],
  ['orders are finished history whenever they were placed', 'lib/domain/rules/stock/reserve-of-order.ts', 'return startDate !== null && createdAt >= startDate;', 'return startDate !== null && createdAt > startDate && createdAt < startDate;'],
  ['an import takes its units and publishes nothing', 'lib/engine/jobs/stock/note-import.ts', 'hikeIds: moves.map(({ hikeId }) => hikeId)', 'hikeIds: []'],
  ['the sale that was found is counted again', 'lib/engine/jobs/import-order/create-sale.ts', 'goods: sale.found === null && draft !== null ? { draft } : { told }', 'goods: draft === null ? { told } : { draft }'],
  ['archived orders are not asked for', 'lib/engine/jobs/follow-orders/sweep-orders.ts', '  await takeInArchivedSince(context, since);\n', ''],
  ['a product whose answer was lost is linked and forgotten', 'lib/engine/jobs/catalogue/load-plans.ts', 'const isUnanswered = link === null && rows.unanswered.has(String(product.id));', 'const isUnanswered = false;'],
  ['a change of price is no change', 'lib/domain/rules/catalogue/hike-product-fingerprint.ts', '[outletId, canonical(priceIncTax), canonical(priceExTax), taxId]', '[outletId, taxId, canonical === undefined, priceIncTax === priceExTax]'],
  ['the follow-up of a retry is not told', 'lib/engine/close-retried.ts', 'if (rows.length > 0 && !job.isUpkeep) await context.record(', 'if (rows.length > 0 && job.isUpkeep) await context.record('],
  ['an imported order is never completed', 'lib/domain/rules/follow-imported-order.ts', "saleStatus === 'Parked' && settings.followImportedOrders && !wasShipped", "saleStatus === 'Parked' && !settings.followImportedOrders && !wasShipped"],
];

/** Applied one at a time; the simulation has to find each. */
export const SEEDED_BUGS: readonly SeededBug[] = BUGS.map(([name, file, find, replace]) => ({ name, file, find, replace }));
