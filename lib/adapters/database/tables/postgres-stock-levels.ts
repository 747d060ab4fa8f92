import { HikeProductId, LocationId, VariantId } from '../../../domain/ids';
import { instantFromDate } from '../../../domain/instant-arithmetic';
import type { SeenLevel, StockLevels } from '../../../engine/ports/tables';
import { Prisma, type StockLevel } from '../../../generated/prisma/client';
import type { Connection } from '../connection';
import { givenRows, upsertRows } from '../given-rows';
import { statementChunks } from '../statement-chunks';

const LEVELS = {
  table: 'stock_levels',
  key: ['variant_id', 'location_id'],
  columns: {
    variant_id: 'bigint',
    location_id: 'bigint',
    hike_id: 'bigint',
    on_hand: 'int',
    seen_at: 'timestamptz',
    written: 'int',
    written_at: 'timestamptz',
    written_reserve: 'int',
    is_stale: 'boolean',
    held_since: 'timestamptz',
    is_approved: 'boolean',
  },
} as const;

export const postgresStockLevels = (connection: Connection): StockLevels => ({
  async findByVariants(storeHash, variantIds) {
    const rows = await connection.stockLevel.findMany({ where: { storeHash, variantId: { in: variantIds.map(BigInt) } }, orderBy: BY_VARIANT });
    return rows.map(readLevel);
  },
  async saveMany(storeHash, levels) {
    for (const chunk of statementChunks(levels, ({ variantId, locationId }) => [`${variantId} ${locationId}`])) {
      await connection.$executeRaw`
        WITH given AS (SELECT * FROM ${givenRows(LEVELS.columns, chunk.map(columnsOf))})
        ${upsertRows(storeHash, LEVELS, 'given')}`;
    }
  },
  async markStale(storeHash, variantIds) {
    await connection.stockLevel.updateMany({ where: { storeHash, variantId: { in: variantIds.map(BigInt) }, isStale: false }, data: { isStale: true } });
  },
  async listHeld(storeHash, limit) {
    const rows = await connection.stockLevel.findMany({ where: { storeHash, heldSince: { not: null } }, orderBy: [{ heldSince: 'asc' }, ...BY_VARIANT], take: limit });
    return rows.map(readLevel);
  },
  async countHeld(storeHash) {
    return connection.stockLevel.count({ where: { storeHash, heldSince: { not: null } } });
  },
  async approve(storeHash, variantIds) {
    const which = variantIds === null ? Prisma.empty : Prisma.sql`AND variant_id = ANY(${variantIds.map(BigInt)}::bigint[])`;
    const rows = await connection.$queryRaw<{ hike_id: bigint }[]>`
      UPDATE stock_levels SET is_approved = true, held_since = NULL
      WHERE store_hash = ${storeHash} AND held_since IS NOT NULL ${which}
      RETURNING hike_id`;
    return [...new Set(rows.map((row) => HikeProductId.parse(Number(row.hike_id))))];
  },
  async deleteAll(storeHash) {
    await connection.stockLevel.deleteMany({ where: { storeHash } });
  },
});

const BY_VARIANT: Prisma.StockLevelOrderByWithRelationInput[] = [{ variantId: 'asc' }, { locationId: 'asc' }];

const columnsOf = (level: SeenLevel) => ({
  variant_id: level.variantId,
  location_id: level.locationId,
  hike_id: level.hikeId,
  on_hand: level.onHand,
  seen_at: level.seenAt,
  written: level.written,
  written_at: level.writtenAt,
  written_reserve: level.writtenReserve,
  is_stale: level.isStale,
  held_since: level.heldSince,
  is_approved: level.isApproved,
});

const readLevel = (row: StockLevel): SeenLevel => ({
  variantId: VariantId.parse(Number(row.variantId)),
  locationId: LocationId.parse(Number(row.locationId)),
  hikeId: HikeProductId.parse(Number(row.hikeId)),
  onHand: row.onHand,
  seenAt: row.seenAt && instantFromDate(row.seenAt),
  written: row.written,
  writtenAt: row.writtenAt && instantFromDate(row.writtenAt),
  writtenReserve: row.writtenReserve,
  isStale: row.isStale,
  heldSince: row.heldSince && instantFromDate(row.heldSince),
  isApproved: row.isApproved,
});
