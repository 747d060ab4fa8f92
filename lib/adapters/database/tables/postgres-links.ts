import { z } from 'zod';
import type { Instant } from '../../../domain/instant';
import { LINK_ORIGINS, LINKED_THINGS, type Link, type Links } from '../../../engine/ports/tables';
import type { Link as LinkRow } from '../../../generated/prisma/client';
import type { Connection } from '../connection';
import { givenRows } from '../given-rows';
import { statementChunks } from '../statement-chunks';

const Facts = z.record(z.string(), z.union([z.string(), z.number()]));
const Origin = z.enum(LINK_ORIGINS);
const LinkedThing = z.enum(LINKED_THINGS);

const LINK_COLUMNS = { thing: 'text', bigcommerce_id: 'text', hike_id: 'text', origin: 'text', facts: 'jsonb' };

export const postgresLinks = (connection: Connection): Links => ({
  async findByBigCommerce(storeHash, thing, ids) {
    const rows = await connection.link.findMany({ where: { storeHash, thing, bigcommerceId: { in: [...ids] } } });
    return rows.map(readLink);
  },
  async findByHike(storeHash, thing, ids) {
    const rows = await connection.link.findMany({ where: { storeHash, thing, hikeId: { in: [...ids] } } });
    return rows.map(readLink);
  },
  save: (storeHash, link, at) => saveLinks(connection, storeHash, { links: [link], at }),
  saveMany: (storeHash, links, at) => saveLinks(connection, storeHash, { links, at }),
  async delete(storeHash, thing, bigcommerceId) {
    await connection.link.deleteMany({ where: { storeHash, thing, bigcommerceId } });
  },
  async deleteMany(storeHash, links) {
    for (const chunk of statementChunks(links, ({ thing, bigcommerceId }) => [`${thing} ${bigcommerceId}`])) {
      const rows = chunk.map(({ thing, bigcommerceId }) => ({ thing, bigcommerce_id: bigcommerceId }));
      await connection.$executeRaw`
        DELETE FROM links AS known USING ${givenRows({ thing: 'text', bigcommerce_id: 'text' }, rows)}
        WHERE known.store_hash = ${storeHash} AND known.thing = given.thing AND known.bigcommerce_id = given.bigcommerce_id`;
    }
  },
  async deleteAll(storeHash) {
    await connection.link.deleteMany({ where: { storeHash } });
  },
});

const saveLinks = async (connection: Connection, storeHash: string, { links, at }: { links: readonly Link[]; at: Instant }): Promise<void> => {
  for (const chunk of statementChunks(links, ({ thing, bigcommerceId, hikeId }) => [`bigcommerce ${thing} ${bigcommerceId}`, `hike ${thing} ${hikeId}`])) {
    const rows = chunk.map(({ thing, bigcommerceId, hikeId, origin, facts }) => ({ thing, bigcommerce_id: bigcommerceId, hike_id: hikeId, origin, facts }));
    // One statement, so that no reader sees the moment between two partners. Counting what was deleted makes
    // PostgreSQL delete before it inserts.
    await connection.$executeRaw`
      WITH given AS (SELECT * FROM ${givenRows(LINK_COLUMNS, rows)}),
      gone AS (
        DELETE FROM links AS known USING given
        WHERE known.store_hash = ${storeHash} AND known.thing = given.thing AND known.hike_id = given.hike_id
          AND known.bigcommerce_id <> given.bigcommerce_id
        RETURNING 1
      )
      INSERT INTO links (store_hash, thing, bigcommerce_id, hike_id, origin, facts, created_at)
      SELECT ${storeHash}, thing, bigcommerce_id, hike_id, origin, facts, ${at}::timestamptz FROM given
      WHERE (SELECT count(*) FROM gone) >= 0
      ON CONFLICT (store_hash, thing, bigcommerce_id)
      DO UPDATE SET hike_id = EXCLUDED.hike_id, origin = EXCLUDED.origin, facts = EXCLUDED.facts, created_at = EXCLUDED.created_at`;
  }
};

const readLink = (row: LinkRow): Link => ({
  thing: LinkedThing.parse(row.thing),
  bigcommerceId: row.bigcommerceId,
  hikeId: row.hikeId,
  origin: Origin.parse(row.origin),
  facts: Facts.parse(row.facts),
});
