import { z } from 'zod';
import { ProductId, VariantId } from '../../../domain/ids';
import { instantFromDate } from '../../../domain/instant-arithmetic';
import { StoreProduct } from '../../../domain/store-product';
import { STORE_STANDINGS, type SeenStoreProduct, type SeenStoreProducts, type StoreStanding } from '../../../engine/ports/tables';
import { Prisma } from '../../../generated/prisma/client';
import type { Connection } from '../connection';
import { conditionsOf, deleteMirrored, listMirroredIds, listMirroredMissed, listVariantsByKeys, mirrorOf, saveMirrored } from '../mirrored-products';
import { nameKey } from '../name-key';

const MIRROR = mirrorOf('store', {
  products: { standing: 'text', sweep: 'int', gone_at: 'timestamptz' },
  details: { product: 'jsonb' },
});

export const postgresSeenStoreProducts = (connection: Connection): SeenStoreProducts => ({ ...writesTo(connection), ...readsFrom(connection) });

const writesTo = (connection: Connection): Pick<SeenStoreProducts, 'saveMany' | 'changeStanding' | 'delete' | 'deleteAll'> => ({
  async saveMany(storeHash, seen) {
    const rows = seen.map(({ product, standing, sweep, goneAt }) => ({ product, standing, sweep, gone_at: goneAt }));
    await saveMirrored(connection, storeHash, { mirror: MIRROR, rows });
  },
  async changeStanding(storeHash, ids, standing) {
    await connection.$executeRaw`
      UPDATE store_products SET standing = ${standing}
      WHERE store_hash = ${storeHash} AND product_id = ANY(${ids.map(BigInt)}::bigint[]) AND standing <> ${standing}`;
  },
  async delete(storeHash, ids) {
    await deleteMirrored(connection, storeHash, { mirror: MIRROR, ids });
  },
  async deleteAll(storeHash) {
    await deleteMirrored(connection, storeHash, { mirror: MIRROR });
  },
});

const readsFrom = (connection: Connection): Omit<SeenStoreProducts, keyof ReturnType<typeof writesTo>> => ({
  async findMany(storeHash, ids) {
    return seenWhere(connection, storeHash, Prisma.sql`product_id = ANY(${ids.map(BigInt)}::bigint[])`);
  },
  async listVariantsByKeys(storeHash, keys) {
    const rows = await listVariantsByKeys(connection, storeHash, { mirror: MIRROR, ...keys });
    return rows.map((row) => ({
      productId: ProductId.parse(Number(row.product_id)),
      variantId: VariantId.parse(Number(row.variant_id)),
      sku: row.sku_key ?? '',
      barcode: row.barcode_key ?? '',
    }));
  },
  async findByNames(storeHash, names) {
    const keys = names.map(nameKey).filter(Boolean);
    return seenWhere(connection, storeHash, Prisma.sql`name_key = ANY(${keys}::text[]) AND gone_at IS NULL`);
  },
  async list(storeHash, filter) {
    const page = Prisma.sql`
      SELECT product_id FROM store_products WHERE ${conditionsOf(storeHash, filter)} ${duplicates(storeHash, filter)}
      ORDER BY name_key, product_id LIMIT ${filter.limit}::int OFFSET ${filter.offset}::int`;
    return seenWhere(connection, storeHash, Prisma.sql`product_id IN (${page})`);
  },
  async count(storeHash, filter) {
    const [row] = await connection.$queryRaw<{ count: bigint }[]>`SELECT count(*) FROM store_products WHERE ${conditionsOf(storeHash, filter)} ${duplicates(storeHash, filter)}`;
    return Number(row?.count ?? 0);
  },
  async countByStanding(storeHash) {
    const groups = await connection.storeProduct.groupBy({ by: ['standing'], where: { storeHash }, _count: true });
    const countOf = (standing: string) => groups.find((group) => group.standing === standing)?._count ?? 0;
    return Object.fromEntries(STORE_STANDINGS.map((standing) => [standing, countOf(standing)])) as Record<StoreStanding, number>;
  },
  async listIds(storeHash, options) {
    return (await listMirroredIds(connection, storeHash, { mirror: MIRROR, ...options, also: duplicates(storeHash, options) })) as ProductId[];
  },
  async listMissed(storeHash, sweep, limit) {
    return (await listMirroredMissed(connection, storeHash, { mirror: MIRROR, sweep, limit })) as ProductId[];
  },
});

const duplicates = (storeHash: string, { areDuplicates = false }: { areDuplicates?: boolean }): Prisma.Sql => {
  if (!areDuplicates) return Prisma.empty;
  const live = Prisma.sql`store_variants JOIN store_products USING (store_hash, product_id) WHERE store_hash = ${storeHash} AND gone_at IS NULL AND standing <> 'ignored'`;
  const shared = (key: 'sku_key' | 'barcode_key') => Prisma.sql`SELECT ${Prisma.raw(key)} FROM ${live} AND ${Prisma.raw(key)} IS NOT NULL GROUP BY 1 HAVING count(*) > 1`;
  return Prisma.sql`AND product_id IN (SELECT product_id FROM ${live} AND (sku_key IN (${shared('sku_key')}) OR barcode_key IN (${shared('barcode_key')})))`;
};

const SeenRow = z.object({ product: StoreProduct, standing: z.enum(STORE_STANDINGS), sweep: z.int(), gone_at: z.date().nullable() });

/** By name, then id. */
const seenWhere = async (connection: Connection, storeHash: string, condition: Prisma.Sql): Promise<SeenStoreProduct[]> => {
  const rows = await connection.$queryRaw<unknown[]>`
    SELECT product, standing, sweep, gone_at
    FROM store_products JOIN store_product_details USING (store_hash, product_id)
    WHERE store_hash = ${storeHash} AND ${condition}
    ORDER BY name_key, product_id`;
  return rows.map((row) => {
    const { gone_at: goneAt, ...seen } = SeenRow.parse(row);
    return { ...seen, goneAt: goneAt && instantFromDate(goneAt) };
  });
};
