import { z } from 'zod';
import { HikeProductId, ImageId, ProductId } from '../../../domain/ids';
import type { ProductImages } from '../../../engine/ports/tables';
import type { Connection } from '../connection';

const Images = z.array(
  z.object({ hikeId: HikeProductId, productId: ProductId, imageId: ImageId, key: z.string(), url: z.string(), content: z.string(), position: z.int() }),
);

export const postgresProductImages = (connection: Connection): ProductImages => ({
  async listOf(storeHash, productIds) {
    const rows = await connection.productImages.findMany({ where: { storeHash, hikeId: { in: productIds.map(BigInt) } }, orderBy: { hikeId: 'asc' } });
    return rows.flatMap((row) => Images.parse(row.images));
  },
  async replace(storeHash, hikeId, images) {
    // One row holds all of the product's, so that of two who replace them at the same moment one wins as a whole.
    const columns = { storeHash, hikeId: BigInt(hikeId), images: images.map((image) => ({ ...image })) };
    await connection.productImages.upsert({ where: { storeHash_hikeId: { storeHash, hikeId: columns.hikeId } }, create: columns, update: columns });
  },
  async deleteAll(storeHash) {
    await connection.productImages.deleteMany({ where: { storeHash } });
  },
});
