import { OrderId, VariantId } from '../../../domain/ids';
import type { ReservedUnits, Reserves } from '../../../engine/ports/tables';
import type { Connection } from '../connection';

interface OrderRow {
  variant_ids: bigint[];
  units: number[];
}

interface HeldRow {
  variant_id: bigint;
  units: bigint;
  order_ids: bigint[];
}

export const postgresReserves = (connection: Connection): Reserves => ({
  async replace(storeHash, orderId, units) {
    const after = summed(units);
    const row = after.size === 0 ? await take(connection, storeHash, orderId) : await put(connection, storeHash, { orderId, held: after });
    const before = new Map(row?.variant_ids.map((id, index) => [VariantId.parse(Number(id)), row.units[index] ?? 0]));
    return [...new Set([...before.keys(), ...after.keys()])].filter((id) => (before.get(id) ?? 0) !== (after.get(id) ?? 0)).sort((a, b) => a - b);
  },
  async sumByVariant(storeHash, variantIds) {
    const asked = variantIds.map(BigInt);
    const rows = await connection.$queryRaw<HeldRow[]>`
      SELECT held.variant_id, sum(held.units) AS units, array_agg(order_id ORDER BY order_id) AS order_ids
      FROM reserved_units CROSS JOIN LATERAL unnest(variant_ids, units) AS held (variant_id, units)
      WHERE store_hash = ${storeHash} AND variant_ids && ${asked}::bigint[] AND held.variant_id = ANY(${asked}::bigint[])
      GROUP BY held.variant_id`;
    return new Map(rows.map((row) => [VariantId.parse(Number(row.variant_id)), { units: Number(row.units), orderIds: row.order_ids.map((id) => OrderId.parse(Number(id))) }]));
  },
  async deleteAll(storeHash) {
    await connection.reservedUnits.deleteMany({ where: { storeHash } });
  },
});

/** What the order held before. */
const take = async (connection: Connection, storeHash: string, orderId: OrderId): Promise<OrderRow | undefined> => {
  const [before] = await connection.$queryRaw<OrderRow[]>`
    DELETE FROM reserved_units WHERE store_hash = ${storeHash} AND order_id = ${orderId}::bigint RETURNING variant_ids, units`;
  return before;
};

/** What the order held before. */
const put = async (
  connection: Connection,
  storeHash: string,
  { orderId, held }: { orderId: OrderId; held: ReadonlyMap<VariantId, number> },
): Promise<OrderRow | undefined> => {
  // The lock makes whoever replaces the same order's lines wait and then see these. Counting what was locked makes
  // PostgreSQL lock before it writes.
  const [before] = await connection.$queryRaw<OrderRow[]>`
    WITH before AS (
      SELECT variant_ids, units FROM reserved_units WHERE store_hash = ${storeHash} AND order_id = ${orderId}::bigint FOR UPDATE
    ), saved AS (
      INSERT INTO reserved_units (store_hash, order_id, variant_ids, units)
      SELECT ${storeHash}, ${orderId}::bigint, ${[...held.keys()].map(BigInt)}::bigint[], ${[...held.values()]}::int[]
      WHERE (SELECT count(*) FROM before) >= 0
      ON CONFLICT (store_hash, order_id) DO UPDATE SET variant_ids = EXCLUDED.variant_ids, units = EXCLUDED.units
    )
    SELECT variant_ids, units FROM before`;
  return before;
};

/** An order may name a variant on several lines. */
const summed = (units: readonly ReservedUnits[]): Map<VariantId, number> => {
  const sums = new Map<VariantId, number>();
  for (const { variantId, units: held } of units) if (held > 0) sums.set(variantId, (sums.get(variantId) ?? 0) + held);
  return sums;
};
