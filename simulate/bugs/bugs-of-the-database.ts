import { inPostgres, type SeededBug } from './seeded-bug';

const LEASES = 'lib/adapters/database/tables/postgres-leases.ts';
const DIRTY = 'lib/adapters/database/tables/postgres-dirty-set.ts';

export const BUGS_OF_THE_DATABASE: readonly SeededBug[] = [
  inPostgres(
    'a row is deleted whatever its version',
    [DIRTY, 'async settle(storeHash, { thing, id, version }) {\n    await connection.dirty.deleteMany({ where: { storeHash, thing, id, version } });', 'async settle(storeHash, { thing, id }) {\n    await connection.dirty.deleteMany({ where: { storeHash, thing, id } });'],
    [DIRTY, ' AND known.id = given.id AND known.version = given.version`', ' AND known.id = given.id`'],
    ['lib/engine/jobs/follow-orders/sweep-orders.ts', '  await takeInOrdersSince(context, since);', '  if (cursor === null) await takeInOrdersSince(context, since);'],
  ),
  inPostgres(
    'every process gets the lease, and no write is fenced',
    [LEASES, 'WHERE known.owner IS NULL OR known.expires_at <= ${now}::timestamptz', 'WHERE known.owner IS NULL OR known.expires_at <= ${now}::timestamptz OR true'],
    [LEASES, 'if (rows.length === 0) throw', 'if (rows.length === 2) throw'],
    ['lib/engine/hold-lease.ts', 'if (millisOfInstant(deps.clock.now()) >= held.until) throw', 'if (held.until < 0) throw'],
  ),
  inPostgres(
    'no write is fenced',
    [LEASES, 'if (rows.length === 0) throw', 'if (rows.length === 2) throw'],
    ['lib/engine/hold-lease.ts', 'if (millisOfInstant(deps.clock.now()) >= held.until) throw', 'if (held.until < 0) throw'],
  ),
  inPostgres('open orders of the neighbours hold stock back', ['lib/adapters/database/tables/postgres-reserves.ts', 'WHERE store_hash = ${storeHash} AND variant_ids && ${asked}::bigint[]', 'WHERE variant_ids && ${asked}::bigint[]']),
  inPostgres('a store finds the sales of its neighbours', ['lib/adapters/database/tables/postgres-seen-sales.ts', 'where: { storeHash, saleId: { in: ids.map(BigInt) } }', 'where: { saleId: { in: ids.map(BigInt) } }']),
  inPostgres('a store finds the links of its neighbours', ['lib/adapters/database/tables/postgres-links.ts', 'where: { storeHash, thing, hikeId: { in: [...ids] } }', 'where: { thing, hikeId: { in: [...ids] } }']),
];
