import { inMemory, type SeededBug } from './seeded-bug';

export const BUGS_OF_THE_ENGINE: readonly SeededBug[] = [
  inMemory('a create is repeated without a look', ['lib/engine/jobs/create-once.ts', "if (intent !== null && intent.state !== 'refused') {", 'if (intent !== null && intent.looks < 0) {']),
  inMemory('a lost answer counts as a refusal', ['lib/engine/jobs/create-once.ts', "{ state: 'unknown', looks: 0 }", "{ state: 'refused', looks: 0 }"]),
  inMemory('what fails in passing is dropped', ['lib/engine/settle-failure.ts', 'await tables.dirty.postpone(context.storeHash, row, until);', 'await tables.dirty.settle(context.storeHash, row);']),
  inMemory('what is given up leaves no entry', ['lib/engine/settle-failure.ts', "result: 'needs-you',", "result: 'ignored',"]),
  inMemory('the watermark of sales moves on by itself', ['lib/domain/rules/sales-window.ts', 'const { now, startDate, oldestOpen } = facts;', 'const { now, startDate, oldestOpen } = facts;\n  cursor = { ...cursor, goodUntil: instantPlus(now, -MINUTE) };']),
  inMemory('an order that is found counts as made of today’s sale', ['lib/engine/jobs/send-sale/create-order.ts', 'found === null || isMadeOf(found, draft)', 'found === null || isMadeOf(found, draft) || true']),
  inMemory('a sale that is found counts as made of today’s order', ['lib/engine/jobs/import-order/create-sale.ts', 'number: first.number, status: first.status, found: first', 'number: first.number, status: order.statusId === 11 ? first.status : "Completed", found: first']),
  inMemory('nobody waits for the quota of the other side', ['lib/engine/settle-failure.ts', 'if (!job.needs.includes(side)) await postpone(', "if (row.id === '' && !job.needs.includes(side)) await postpone("]),
  inMemory('a sale keeps its first state', ['lib/engine/jobs/poll-hike-sales.ts', 'if (before?.fingerprint === now) continue;', 'if (before !== undefined) continue;']),
  inMemory('nobody sweeps', ['lib/engine/sweep.ts', 'for (const storeHash of await database.tables.dirty.listStoresDue(clock.now())) await queue.wake(storeHash);', 'void [database, queue, clock];']),
  inMemory('shipping is left out of the order’s total', ['lib/domain/rules/order-amounts-from-sale.ts', 'total: { incTax: worth, exTax },', 'total: { incTax: subtract(worth, shipping), exTax: subtract(exTax, shipping) },']),
  inMemory('open orders hold nothing back', ['lib/domain/rules/stock/stock-to-publish.ts', 'published: Math.max(0, units - reserve - kept)', 'published: Math.max(0, units - kept)']),
  inMemory('the buffer is forgotten', ['lib/domain/rules/stock/stock-to-publish.ts', "kind === 'units' ? value :", "kind === 'units' ? 0 :"]),
  inMemory('a voided sale leaves its order alone', ['lib/engine/jobs/send-sale/send-sale.ts', 'else if (link !== undefined) await followLaterSale(', "else if (link !== undefined && seen.sale.status !== 'Voided') await followLaterSale("]),
  inMemory('orders are finished history whenever they were placed', ['lib/domain/rules/stock/reserve-of-order.ts', 'return startDate !== null && createdAt >= startDate;', 'return startDate !== null && createdAt > startDate && createdAt < startDate;']),
  inMemory('an import takes its units and publishes nothing', ['lib/engine/jobs/stock/note-import.ts', 'hikeIds: moves.map(({ hikeId }) => hikeId)', 'hikeIds: []']),
  inMemory('archived orders are not asked for', ['lib/engine/jobs/follow-orders/sweep-orders.ts', '  await takeInArchivedSince(context, since);\n', '']),
  inMemory('a change of price is no change', ['lib/domain/rules/catalogue/hike-product-fingerprint.ts', '[outletId, canonical(priceIncTax), canonical(priceExTax), taxId]', '[outletId, taxId, canonical === undefined, priceIncTax === priceExTax]']),
  inMemory('the follow-up of a retry is not told', ['lib/engine/close-retried.ts', 'if (rows.length > 0 && !job.isUpkeep) await context.record(', 'if (rows.length > 0 && job.isUpkeep) await context.record(']),
  inMemory('an imported order is never completed', ['lib/domain/rules/follow-imported-order.ts', "saleStatus === 'Parked' && settings.followImportedOrders && !wasShipped", "saleStatus === 'Parked' && !settings.followImportedOrders && !wasShipped"]),
  inMemory(
    'a sale that has its order is sent again',
    ['lib/engine/jobs/poll-hike-sales.ts', 'if (before?.fingerprint === now) continue;', ''],
    ['lib/engine/jobs/send-sale/send-sale.ts', 'links: new Map(links.map((link) => [link.hikeId, link])),', 'links: new Map(),'],
    ['lib/engine/jobs/create-once.ts', "if (intent !== null && intent.state !== 'refused') {", "if (intent !== null && intent.state !== 'refused' && intent.state !== 'done') {"],
  ),
  // No longer than clocks are apart, so that it is the end which is found and not a clock. What is older counts as read: else the week that is read anyway finds it.
  inMemory(
    'the watermark of sales is the end of the poll',
    ['lib/engine/jobs/poll-hike-sales.ts', '{ reach: window.reach, startedAt, calls }', '{ reach: window.reach, startedAt: context.now(), calls }'],
    ['lib/engine/jobs/poll-hike-sales.ts', 'isNews = true;', "if (before === undefined && Date.parse(sale.transactionDate) < Date.parse((await findSalesCursor(tables, storeHash)).goodUntil ?? '') - 45_000) continue;\n    isNews = true;"],
  ),
  inMemory(
    'what came from BigCommerce goes back',
    ['lib/domain/rules/is-sale-from-bigcommerce.ts', 'importedFrom !== null || sale.source === SOURCE_BIGCOMMERCE || ANY_MARKER.test(sale.note) || /^BC-\\d+$/.test(sale.number.trim())', 'importedFrom !== null && sale.source === SOURCE_BIGCOMMERCE && ANY_MARKER.test(sale.note) && sale.number === ""'],
    ['lib/engine/jobs/send-sale/send-sale.ts', 'links: new Map(links.map((link) => [link.hikeId, link])),', 'links: new Map(links.filter(({ origin }) => origin === "hike").map((link) => [link.hikeId, link])),'],
  ),
  inMemory('every import is refused', ['lib/engine/jobs/import-order/import-order.ts', 'if (early !== null) return', "if (early === null) return { kind: 'refuse', problem: problem('order-empty') };\n  if (early !== null) return"]),
  inMemory('every sale is refused', ['lib/domain/rules/bigcommerce-order-from-hike-sale.ts', 'const draft = draftOrder(sale, context);', "const draft = problem('sale-without-lines') as ReturnType<typeof draftOrder>;"]),
  inMemory('each process counts its own calls alone', ['lib/adapters/http/own-call-times.ts', 'return countFrom(own, from) + Math.max(0, others);', 'return countFrom(own, from) + Math.min(0, others);']),
];
