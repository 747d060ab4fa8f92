import { z } from 'zod';
import { NEEDING_A_PERSON, STANDINGS, type Standing } from '../../../domain/catalogue-words';
import { HikeProduct } from '../../../domain/hike-product';
import { HikeProductId, ProductId } from '../../../domain/ids';
import { instantFromDate } from '../../../domain/instant-arithmetic';
import { ProductPlan } from '../../../domain/product-plan';
import type { SeenHikeProduct, SeenHikeProductFilter, SeenHikeProducts } from '../../../engine/ports/tables';
import { Prisma } from '../../../generated/prisma/client';
import type { Connection } from '../connection';
import { givenRows } from '../given-rows';
import { conditionsOf, deleteMirrored, listMirroredIds, listMirroredMissed, listVariantsByKeys, mirrorOf, saveMirrored } from '../mirrored-products';
import { statementChunks } from '../statement-chunks';

const PLAN_COLUMNS = { standing: 'text', goes_to_zero: 'int', level_changes: 'int', price_move: 'float8', calls: 'float8' };

const MIRROR = mirrorOf('hike', {
  products: { types: 'jsonb', fingerprint: 'text', sweep: 'int', gone_at: 'timestamptz', is_ignored: 'boolean', removal: 'text', variants_confirmed: 'boolean', ...PLAN_COLUMNS },
  details: { product: 'jsonb', plan: 'jsonb', written: 'jsonb' },
});

export const postgresSeenHikeProducts = (connection: Connection): SeenHikeProducts => ({ ...writesTo(connection), ...readsFrom(connection), ...sumsOf(connection) });

type Writes = 'saveMany' | 'savePlans' | 'saveWritten' | 'deleteAll';
type Sums = 'count' | 'countByStanding' | 'listTypes' | 'sumPlans' | 'sumCalls';

const writesTo = (connection: Connection): Pick<SeenHikeProducts, Writes> => ({
  async saveMany(storeHash, seen) {
    await saveMirrored(connection, storeHash, { mirror: MIRROR, rows: seen.map(columnsOf) });
  },
  async savePlans(storeHash, plans) {
    for (const chunk of statementChunks(plans, ({ id }) => [String(id)])) {
      const given = givenRows({ product_id: 'bigint', plan: 'jsonb', ...PLAN_COLUMNS }, chunk.map(({ id, plan }) => ({ product_id: id, plan, ...planColumns(plan) })));
      await connection.$executeRaw`
        WITH given AS (SELECT * FROM ${given}),
        details AS (
          UPDATE hike_product_details AS known SET plan = given.plan FROM given
          WHERE known.store_hash = ${storeHash} AND known.product_id = given.product_id
        )
        UPDATE hike_products AS known SET standing = given.standing, goes_to_zero = given.goes_to_zero, level_changes = given.level_changes, price_move = given.price_move, calls = given.calls
        FROM given
        WHERE known.store_hash = ${storeHash} AND known.product_id = given.product_id`;
    }
  },
  async saveWritten(storeHash, products) {
    for (const chunk of statementChunks(products, ({ id }) => [String(id)])) {
      const given = givenRows({ product_id: 'bigint', written: 'jsonb' }, chunk.map(({ id, written }) => ({ product_id: id, written })));
      await connection.$executeRaw`
        UPDATE hike_product_details AS known SET written = given.written FROM ${given}
        WHERE known.store_hash = ${storeHash} AND known.product_id = given.product_id`;
    }
  },
  async deleteAll(storeHash) {
    await deleteMirrored(connection, storeHash, { mirror: MIRROR });
  },
});

const readsFrom = (connection: Connection): Omit<SeenHikeProducts, Writes | Sums> => ({
  async findMany(storeHash, ids) {
    return seenWhere(connection, storeHash, Prisma.sql`product_id = ANY(${ids.map(BigInt)}::bigint[])`);
  },
  async findByVariants(storeHash, variantIds) {
    const products = Prisma.sql`SELECT product_id FROM hike_variants WHERE store_hash = ${storeHash} AND variant_id = ANY(${variantIds.map(BigInt)}::bigint[])`;
    return seenWhere(connection, storeHash, Prisma.sql`product_id IN (${products})`);
  },
  async listVariantsByKeys(storeHash, keys) {
    const rows = await listVariantsByKeys(connection, storeHash, { mirror: MIRROR, ...keys });
    return rows.map((row) => ({
      productId: HikeProductId.parse(Number(row.product_id)),
      variantId: HikeProductId.parse(Number(row.variant_id)),
      sku: row.sku_key ?? '',
      barcode: row.barcode_key ?? '',
    }));
  },
  async list(storeHash, filter) {
    const page = Prisma.sql`
      SELECT product_id FROM hike_products WHERE ${conditionsOf(storeHash, filter)} ${warning(filter)}
      ORDER BY name_key, product_id LIMIT ${filter.limit}::int OFFSET ${filter.offset}::int`;
    return seenWhere(connection, storeHash, Prisma.sql`product_id IN (${page})`);
  },
  async listIds(storeHash, options) {
    return (await listMirroredIds(connection, storeHash, { mirror: MIRROR, ...options, also: warning(options) })) as HikeProductId[];
  },
  async listWanting(storeHash, productIds) {
    const rows = await connection.$queryRaw<{ product_id: bigint; hike_id: bigint }[]>`
      SELECT DISTINCT one."productId" AS product_id, known.product_id AS hike_id
      FROM hike_products AS known JOIN hike_product_details USING (store_hash, product_id)
      CROSS JOIN jsonb_to_recordset(plan -> 'candidates') AS one ("productId" bigint)
      WHERE store_hash = ${storeHash} AND standing = ANY(${[...NEEDING_A_PERSON]}::text[]) AND one."productId" = ANY(${productIds.map(BigInt)}::bigint[])
      ORDER BY 1, 2`;
    return rows.map((row) => ({ productId: ProductId.parse(Number(row.product_id)), hikeId: HikeProductId.parse(Number(row.hike_id)) }));
  },
  async listMissed(storeHash, sweep, limit) {
    return (await listMirroredMissed(connection, storeHash, { mirror: MIRROR, sweep, limit })) as HikeProductId[];
  },
});

const sumsOf = (connection: Connection): Pick<SeenHikeProducts, Sums> => ({
  async count(storeHash, filter) {
    const [row] = await connection.$queryRaw<{ count: bigint }[]>`SELECT count(*) FROM hike_products WHERE ${conditionsOf(storeHash, filter)} ${warning(filter)}`;
    return Number(row?.count ?? 0);
  },
  async countByStanding(storeHash) {
    const groups = await connection.hikeProduct.groupBy({ by: ['standing'], where: { storeHash }, _count: true });
    const countOf = (standing: string) => groups.find((group) => group.standing === standing)?._count ?? 0;
    return Object.fromEntries(STANDINGS.map((standing) => [standing, countOf(standing)])) as Record<Standing, number>;
  },
  async listTypes(storeHash) {
    // The few different lists of types first: most products share theirs with many.
    return connection.$queryRaw<{ id: number; name: string }[]>`
      SELECT id, name FROM (
        SELECT DISTINCT ON (id) id, name
        FROM (SELECT DISTINCT types FROM hike_products WHERE store_hash = ${storeHash}) AS met
        CROSS JOIN jsonb_to_recordset(met.types) AS one (id int, name text)
        ORDER BY id, name COLLATE "C"
      ) AS named
      ORDER BY lower(name) COLLATE "C", id`;
  },
  async sumPlans(storeHash, priceAlarmPercent = 0) {
    const [row] = await connection.$queryRaw<{ goes_to_zero: bigint | null; levels: bigint | null; price_alarms: bigint }[]>`
      SELECT sum(goes_to_zero) AS goes_to_zero, sum(level_changes) AS levels, count(*) FILTER (WHERE abs(price_move) > ${priceAlarmPercent}::float8) AS price_alarms
      FROM hike_products WHERE store_hash = ${storeHash}`;
    return { goesToZero: Number(row?.goes_to_zero ?? 0), levels: Number(row?.levels ?? 0), priceAlarms: Number(row?.price_alarms ?? 0) };
  },
  async sumCalls(storeHash, standings) {
    const [row] = await connection.$queryRaw<{ calls: number | null }[]>`SELECT sum(calls) AS calls FROM hike_products WHERE store_hash = ${storeHash} AND standing = ANY(${[...standings]}::text[])`;
    return row?.calls ?? 0;
  },
});

/** Plans keep the move of a price only where it is beyond the alarm. */
const warning = ({ warns }: Pick<SeenHikeProductFilter, 'warns'>): Prisma.Sql => {
  switch (warns) {
    case undefined:
      return Prisma.empty;
    case 'zero':
      return Prisma.sql`AND goes_to_zero > 0`;
    case 'level':
      return Prisma.sql`AND level_changes > 0`;
    case 'price':
      return Prisma.sql`AND price_move IS NOT NULL`;
    default:
      return warns satisfies never;
  }
};

const planColumns = (plan: ProductPlan | null) => ({
  standing: plan?.standing ?? null,
  goes_to_zero: plan?.goesToZero.length ?? 0,
  level_changes: plan?.levels.length ?? 0,
  price_move: plan?.priceMove ?? null,
  calls: plan?.calls ?? 0,
});

const columnsOf = (seen: SeenHikeProduct) => ({
  product: seen.product,
  types: seen.product.types,
  fingerprint: seen.fingerprint,
  sweep: seen.sweep,
  gone_at: seen.goneAt,
  is_ignored: seen.isIgnored,
  removal: seen.removal,
  variants_confirmed: seen.variantsConfirmed,
  plan: seen.plan,
  ...planColumns(seen.plan),
  written: seen.written,
});

const SeenRow = z.object({
  product: HikeProduct,
  fingerprint: z.string(),
  sweep: z.int(),
  gone_at: z.date().nullable(),
  plan: ProductPlan.nullable(),
  written: z.record(z.string(), z.string()),
  is_ignored: z.boolean(),
  removal: z.enum(['hide', 'delete', 'keep']).nullable(),
  variants_confirmed: z.boolean(),
});

/** By name, then id. */
const seenWhere = async (connection: Connection, storeHash: string, condition: Prisma.Sql): Promise<SeenHikeProduct[]> => {
  const rows = await connection.$queryRaw<unknown[]>`
    SELECT product, fingerprint, sweep, gone_at, plan, written, is_ignored, removal, variants_confirmed
    FROM hike_products JOIN hike_product_details USING (store_hash, product_id)
    WHERE store_hash = ${storeHash} AND ${condition}
    ORDER BY name_key, product_id`;
  return rows.map((row) => {
    const { gone_at: goneAt, is_ignored: isIgnored, variants_confirmed: variantsConfirmed, ...seen } = SeenRow.parse(row);
    return { ...seen, goneAt: goneAt && instantFromDate(goneAt), isIgnored, variantsConfirmed };
  });
};
