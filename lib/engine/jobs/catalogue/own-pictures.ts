import type { ProductImage, Tables } from '../../ports/tables';
import type { JobContext } from '../job';
import type { ProductWork } from './product-work';

/** The pictures that a BigCommerce product has from us. */
export interface OwnPictures {
  list(): readonly ProductImage[];
  /** Kept at once, after each step: a picture is never sent twice. */
  keep(images: readonly ProductImage[], also?: (inside: Tables) => Promise<void>): Promise<void>;
}

export const openOwnPictures = async (context: JobContext, { seen, step }: ProductWork<'update'>): Promise<OwnPictures> => {
  const { storeHash, database } = context;
  const hikeId = seen.product.id;
  // Those of a former partner stay until this one has some: linked to it again, it has them still.
  let known: readonly ProductImage[] = (await database.tables.images.listOf(storeHash, [hikeId])).filter(({ productId }) => productId === step.productId);
  return {
    list: () => known,
    keep: async (images, also = async () => undefined) => {
      await context.record('pictures-kept', async (inside) => {
        await inside.images.replace(storeHash, hikeId, images);
        await also(inside);
      });
      known = images;
    },
  };
};
