import { skuKey } from '../../domain/rules/sku-key';
import { Prisma } from '../../generated/prisma/client';
import type { Connection } from './connection';
import { escapePattern } from './escape-pattern';
import { givenRows, upsertRows, type RowShape } from './given-rows';
import { nameKey } from './name-key';
import { statementChunks } from './statement-chunks';

/*
 * What the mirrors of both catalogues have in common: small rows to look for, count and sort by; the product itself
 * beside them; and a row per variant to find it by its keys.
 */

interface Mirror {
  products: RowShape;
  details: RowShape;
  variants: RowShape;
}

const PRODUCT_KEYS = { product_id: 'bigint', name_key: 'text', search_text: 'text' };
const VARIANT_KEYS = { variant_id: 'bigint', sku_key: 'text', barcode_key: 'text' };

/** The tables of one side's mirror, whose columns differ by what is said of a product. */
export const mirrorOf = (side: 'hike' | 'store', columns: { products: Record<string, string>; details: Record<string, string> }): Mirror => ({
  products: { table: `${side}_products`, key: ['product_id'], columns: { ...PRODUCT_KEYS, ...columns.products } },
  details: { table: `${side}_product_details`, key: ['product_id'], columns: { product_id: 'bigint', ...columns.details } },
  variants: { table: `${side}_variants`, key: ['variant_id'], columns: { ...VARIANT_KEYS, product_id: 'bigint' } },
});

interface KeyedProduct {
  id: number;
  name: string;
  variants: readonly { id: number; sku: string; barcode: string }[];
}

interface MirroredRow extends Record<string, unknown> {
  product: KeyedProduct;
}

/** Products with all that is said of them; one statement a chunk, so that a product never stands beside another state's variants. */
export const saveMirrored = async (connection: Connection, storeHash: string, { mirror, rows }: { mirror: Mirror; rows: readonly MirroredRow[] }): Promise<void> => {
  const { products, details, variants } = mirror;
  for (const chunk of statementChunks(rows, ({ product }) => [String(product.id)])) {
    const given = givenRows({ ...products.columns, ...details.columns, variants: 'jsonb' }, chunk.map((row) => ({ ...keysOf(row.product), ...row })));
    await connection.$executeRaw`
      WITH given AS (SELECT * FROM ${given}),
      given_variants AS (
        SELECT DISTINCT ON (variant_id) one.*, given.product_id
        FROM given CROSS JOIN jsonb_to_recordset(given.variants) AS one (variant_id bigint, sku_key text, barcode_key text)
        ORDER BY variant_id, product_id
      ),
      saved AS (${upsertRows(storeHash, products, 'given')}),
      saved_details AS (${upsertRows(storeHash, details, 'given')}),
      gone AS (
        DELETE FROM ${Prisma.raw(variants.table)} AS known
        WHERE store_hash = ${storeHash} AND product_id IN (SELECT product_id FROM given) AND variant_id NOT IN (SELECT variant_id FROM given_variants)
      )
      ${upsertRows(storeHash, variants, 'given_variants')}`;
  }
};

const keysOf = ({ id, name, variants }: KeyedProduct) => ({
  product_id: id,
  name_key: nameKey(name),
  search_text: [name, ...variants.flatMap(({ sku, barcode }) => [sku, barcode])].filter(Boolean).join('\n').toLowerCase(),
  variants: variants.map((variant) => ({ variant_id: variant.id, sku_key: skuKey(variant.sku) || null, barcode_key: skuKey(variant.barcode) || null })),
});

interface VariantKeyRow {
  product_id: bigint;
  variant_id: bigint;
  sku_key: string | null;
  barcode_key: string | null;
}

export const listVariantsByKeys = (
  connection: Connection,
  storeHash: string,
  { mirror, skus, barcodes }: { mirror: Mirror; skus: readonly string[]; barcodes: readonly string[] },
): Promise<VariantKeyRow[]> => connection.$queryRaw<VariantKeyRow[]>`
  SELECT product_id, variant_id, sku_key, barcode_key
  FROM ${Prisma.raw(mirror.variants.table)} JOIN ${Prisma.raw(mirror.products.table)} USING (store_hash, product_id)
  WHERE store_hash = ${storeHash} AND gone_at IS NULL AND (sku_key = ANY(${[...skus]}::text[]) OR barcode_key = ANY(${[...barcodes]}::text[]))
  ORDER BY product_id, variant_id`;

/** Conditions on the small rows. */
export const conditionsOf = (storeHash: string, { standings, search }: { standings: readonly string[]; search: string }): Prisma.Sql => {
  const conditions = [Prisma.sql`store_hash = ${storeHash}`];
  if (standings.length > 0) conditions.push(Prisma.sql`standing = ANY(${[...standings]}::text[])`);
  if (search !== '') conditions.push(Prisma.sql`search_text LIKE ${`%${escapePattern(search.toLowerCase())}%`}`);
  return Prisma.join(conditions, ' AND ');
};

export const listMirroredIds = async (
  connection: Connection,
  storeHash: string,
  { mirror, after, limit, standings, search = '', also = Prisma.empty }: { mirror: Mirror; after: number | null; limit: number; standings?: readonly string[]; search?: string; also?: Prisma.Sql },
): Promise<number[]> => {
  if (standings?.length === 0) return [];
  const rows = await connection.$queryRaw<{ product_id: bigint }[]>`
    SELECT product_id FROM ${Prisma.raw(mirror.products.table)}
    WHERE ${conditionsOf(storeHash, { standings: standings ?? [], search })} AND product_id > ${after ?? -1}::bigint ${also}
    ORDER BY product_id LIMIT ${limit}::int`;
  return rows.map((row) => Number(row.product_id));
};

export const listMirroredMissed = async (
  connection: Connection,
  storeHash: string,
  { mirror, sweep, limit }: { mirror: Mirror; sweep: number; limit: number },
): Promise<number[]> => {
  const rows = await connection.$queryRaw<{ product_id: bigint }[]>`
    SELECT product_id FROM ${Prisma.raw(mirror.products.table)}
    WHERE store_hash = ${storeHash} AND sweep < ${sweep}::int AND gone_at IS NULL
    ORDER BY product_id LIMIT ${limit}::int`;
  return rows.map((row) => Number(row.product_id));
};

/** Forgets these products, or all that the mirror holds of the store. */
export const deleteMirrored = async (connection: Connection, storeHash: string, { mirror, ids }: { mirror: Mirror; ids?: readonly number[] }): Promise<void> => {
  const which = ids === undefined ? Prisma.empty : Prisma.sql`AND product_id = ANY(${ids.map(BigInt)}::bigint[])`;
  await connection.$executeRaw`
    WITH details AS (DELETE FROM ${Prisma.raw(mirror.details.table)} WHERE store_hash = ${storeHash} ${which}),
    variants AS (DELETE FROM ${Prisma.raw(mirror.variants.table)} WHERE store_hash = ${storeHash} ${which})
    DELETE FROM ${Prisma.raw(mirror.products.table)} WHERE store_hash = ${storeHash} ${which}`;
};
