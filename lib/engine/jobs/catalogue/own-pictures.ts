import type { HikeProductId, ProductId } from '../../../domain/ids';
import type { ProductImage, Tables } from '../../ports/tables';
import type { JobContext } from '../job';

/** The pictures that a BigCommerce product has from us. */
export interface OwnPictures {
  list(): readonly ProductImage[];
  /** Kept at once, after each step: a picture is never sent twice. */
  keep(images: readonly ProductImage[], also?: (inside: Tables) => Promise<void>): Promise<void>;
}

export const openOwnPictures = async (context: JobContext, { hikeId, productId }: { hikeId: HikeProductId; productId: ProductId }): Promise<OwnPictures> => {
  const { storeHash, database } = context;
  // Those of a former partner stay until this one has some: linked to it again, it has them still.
  return ownPictures(context, hikeId, (await database.tables.images.listOf(storeHash, [hikeId])).filter((image) => image.productId === productId));
};

/** `known` that are not kept yet are so with the next step, or by whoever records the product. */
export const ownPictures = (context: JobContext, hikeId: HikeProductId, known: readonly ProductImage[]): OwnPictures => {
  let held = known;
  return {
    list: () => held,
    keep: async (images, also = async () => undefined) => {
      await context.record('pictures-kept', async (inside) => {
        await inside.images.replace(context.storeHash, hikeId, images);
        await also(inside);
      });
      held = images;
    },
  };
};
