import { z } from 'zod';
import { STOCK_REASONS, STOCK_SIDES } from '../../../domain/catalogue-words';
import { HikeProductId, LocationId, VariantId } from '../../../domain/ids';
import { instantFromDate } from '../../../domain/instant-arithmetic';
import { Quantity } from '../../../domain/quantity';
import { StockSum, type StockMove } from '../../../domain/stock';
import type { StockMoves } from '../../../engine/ports/tables';
import { Prisma } from '../../../generated/prisma/client';
import type { Connection } from '../connection';
import { givenRows } from '../given-rows';

const NUMBER_FROM_BIGINT = z.bigint().transform(Number);

const MoveRow = z.object({
  at: z.date(),
  hike_id: NUMBER_FROM_BIGINT.pipe(HikeProductId),
  variant_id: NUMBER_FROM_BIGINT.pipe(VariantId).nullable(),
  location_id: NUMBER_FROM_BIGINT.pipe(LocationId).nullable(),
  side: z.enum(STOCK_SIDES),
  before: NUMBER_FROM_BIGINT.pipe(Quantity).nullable(),
  after: NUMBER_FROM_BIGINT.pipe(Quantity),
  reason: z.enum(STOCK_REASONS),
  source: z.string(),
  sum: StockSum.nullable(),
});

const MOVE_COLUMNS = {
  at: 'timestamptz',
  hike_id: 'bigint',
  variant_id: 'bigint',
  location_id: 'bigint',
  side: 'text',
  before: 'bigint',
  after: 'bigint',
  reason: 'text',
  source: 'text',
  sum: 'jsonb',
};

/** By name: a prepared `*` would be refused as soon as a newer version of the app adds a column. */
const ALL_COLUMNS = Prisma.raw(['id', ...Object.keys(MOVE_COLUMNS)].map((column) => `"${column}"`).join(', '));

export const postgresStockMoves = (connection: Connection): StockMoves => ({
  async record(storeHash, moves) {
    const given = givenRows(MOVE_COLUMNS, moves.map(columnsOf));
    await connection.$executeRaw`
      INSERT INTO stock_moves (store_hash, at, hike_id, variant_id, location_id, side, before, after, reason, source, sum)
      SELECT ${storeHash}, at, hike_id, variant_id, location_id, side, before, after, reason, source, sum FROM ${given}`;
  },
  async listOf(storeHash, hikeId, { before, limit }) {
    const older = before === null ? Prisma.empty : Prisma.sql`AND at < ${before}::timestamptz`;
    const rows = await connection.$queryRaw<unknown[]>`
      SELECT * FROM (
        SELECT ${ALL_COLUMNS} FROM stock_moves WHERE store_hash = ${storeHash} AND hike_id = ${hikeId}::bigint ${older}
        ORDER BY at DESC FETCH FIRST (${limit}::int) ROWS WITH TIES
      ) AS page
      ORDER BY at DESC, id DESC`;
    return rows.map(readMove);
  },
  async lastHikeCounts(storeHash, hikeIds) {
    const rows = await connection.$queryRaw<unknown[]>`
      SELECT last.* FROM unnest(${hikeIds.map(BigInt)}::bigint[]) AS asked (hike_id) CROSS JOIN LATERAL (
        SELECT ${ALL_COLUMNS} FROM stock_moves WHERE store_hash = ${storeHash} AND hike_id = asked.hike_id AND side = 'hike'
        ORDER BY at DESC, id DESC LIMIT 1
      ) AS last`;
    return new Map(rows.map(readMove).map((move) => [move.hikeId, move]));
  },
  async deleteOlderThan(at) {
    await connection.stockMove.deleteMany({ where: { at: { lt: new Date(at) } } });
  },
  async deleteAll(storeHash) {
    await connection.stockMove.deleteMany({ where: { storeHash } });
  },
});

const columnsOf = ({ hikeId, variantId, locationId, ...move }: StockMove) => ({ ...move, hike_id: hikeId, variant_id: variantId, location_id: locationId });

const readMove = (row: unknown): StockMove => {
  const { at, hike_id: hikeId, variant_id: variantId, location_id: locationId, ...move } = MoveRow.parse(row);
  return { ...move, at: instantFromDate(at), hikeId, variantId, locationId };
};
