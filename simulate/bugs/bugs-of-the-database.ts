import { inPostgres, type SeededBug } from './seeded-bug';

const LEASES = 'lib/adapters/database/tables/postgres-leases.ts';
const DIRTY = 'lib/adapters/database/tables/postgres-dirty-set.ts';

export const BUGS_OF_THE_DATABASE: readonly SeededBug[] = [
  inPostgres(
    'a row is deleted whatever its version',
    [DIRTY, 'async settle(storeHash, { thing, id, version }) {\n    await connection.dirty.deleteMany({ where: { storeHash, thing, id, version } });', 'async settle(storeHash, { thing, id }) {\n    await connection.dirty.deleteMany({ where: { storeHash, thing, id } });'],
    [DIRTY, ' AND known.id = given.id AND known.version = given.version`', ' AND known.id = given.id`'],
  ),
  inPostgres('every process gets the lease', [LEASES, 'WHERE known.owner IS NULL OR known.expires_at <= ${now}::timestamptz', 'WHERE known.owner IS NULL OR known.expires_at <= ${now}::timestamptz OR true']),
  inPostgres(
    'no write is fenced',
    [LEASES, 'if (rows.length === 0) throw', 'if (rows.length === 2) throw'],
    ['lib/engine/hold-lease.ts', 'if (millisOfInstant(deps.clock.now()) >= held.until) throw', 'if (held.until < 0) throw'],
  ),
  inPostgres('a store finds the links of its neighbours', ['lib/adapters/database/tables/postgres-links.ts', 'where: { storeHash, thing, hikeId: { in: [...ids] } }', 'where: { thing, hikeId: { in: [...ids] } }']),
  inPostgres('a store settles the work of its neighbours', [DIRTY, 'WHERE known.store_hash = ${storeHash} AND known.thing = given.thing', 'WHERE known.thing = given.thing']),
];
