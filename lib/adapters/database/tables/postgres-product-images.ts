import { z } from 'zod';
import { HikeProductId, ImageId, ProductId } from '../../../domain/ids';
import type { ProductImages } from '../../../engine/ports/tables';
import type { Connection } from '../connection';
import { givenRows, upsertRows } from '../given-rows';
import { statementChunks } from '../statement-chunks';

const Images = z.array(
  z.object({ hikeId: HikeProductId, productId: ProductId, imageId: ImageId, key: z.string(), url: z.string(), content: z.string(), position: z.int() }),
);

const IMAGES = { table: 'product_images', key: ['hike_id'], columns: { hike_id: 'bigint', images: 'jsonb' } } as const;

export const postgresProductImages = (connection: Connection): ProductImages => {
  const replaceMany: ProductImages['replaceMany'] = async (storeHash, products) => {
    // One row holds all of a product's, so that of two who replace them at the same moment one wins as a whole.
    for (const chunk of statementChunks(products, ({ hikeId }) => [String(hikeId)])) {
      await connection.$executeRaw`
        WITH given AS (SELECT * FROM ${givenRows(IMAGES.columns, chunk.map(({ hikeId, images }) => ({ hike_id: hikeId, images })))})
        ${upsertRows(storeHash, IMAGES, 'given')}`;
    }
  };
  return {
    async listOf(storeHash, productIds) {
      const rows = await connection.productImages.findMany({ where: { storeHash, hikeId: { in: productIds.map(BigInt) } }, orderBy: { hikeId: 'asc' } });
      return rows.flatMap((row) => Images.parse(row.images));
    },
    replace: (storeHash, hikeId, images) => replaceMany(storeHash, [{ hikeId, images }]),
    replaceMany,
    async deleteAll(storeHash) {
      await connection.productImages.deleteMany({ where: { storeHash } });
    },
  };
};
