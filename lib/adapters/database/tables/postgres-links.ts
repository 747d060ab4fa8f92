import { z } from 'zod';
import { LINK_ORIGINS, LINKED_THINGS, type Link, type Links } from '../../../engine/ports/tables';
import type { Link as LinkRow } from '../../../generated/prisma/client';
import type { Connection } from '../connection';

const Facts = z.record(z.string(), z.union([z.string(), z.number()]));
const Origin = z.enum(LINK_ORIGINS);
const LinkedThing = z.enum(LINKED_THINGS);

export const postgresLinks = (connection: Connection): Links => ({
  async findByBigCommerce(storeHash, thing, ids) {
    const rows = await connection.link.findMany({ where: { storeHash, thing, bigcommerceId: { in: [...ids] } } });
    return rows.map(readLink);
  },
  async findByHike(storeHash, thing, ids) {
    const rows = await connection.link.findMany({ where: { storeHash, thing, hikeId: { in: [...ids] } } });
    return rows.map(readLink);
  },
  async save(storeHash, { thing, bigcommerceId, hikeId, origin, facts }, at) {
    // One statement, so that no reader sees the moment between two partners. Counting what was deleted makes
    // PostgreSQL delete before it inserts.
    await connection.$executeRaw`
      WITH gone AS (
        DELETE FROM links
        WHERE store_hash = ${storeHash} AND thing = ${thing} AND (bigcommerce_id = ${bigcommerceId} OR hike_id = ${hikeId})
        RETURNING 1
      )
      INSERT INTO links (store_hash, thing, bigcommerce_id, hike_id, origin, facts, created_at)
      SELECT ${storeHash}, ${thing}, ${bigcommerceId}, ${hikeId}, ${origin}, ${JSON.stringify(facts)}::jsonb, ${at}::timestamptz
      WHERE (SELECT count(*) FROM gone) >= 0
      ON CONFLICT (store_hash, thing, bigcommerce_id)
      DO UPDATE SET hike_id = EXCLUDED.hike_id, origin = EXCLUDED.origin, facts = EXCLUDED.facts, created_at = EXCLUDED.created_at`;
  },
  async delete(storeHash, thing, bigcommerceId) {
    await connection.link.deleteMany({ where: { storeHash, thing, bigcommerceId } });
  },
  async deleteAll(storeHash) {
    await connection.link.deleteMany({ where: { storeHash } });
  },
});

const readLink = (row: LinkRow): Link => ({
  thing: LinkedThing.parse(row.thing),
  bigcommerceId: row.bigcommerceId,
  hikeId: row.hikeId,
  origin: Origin.parse(row.origin),
  facts: Facts.parse(row.facts),
});
