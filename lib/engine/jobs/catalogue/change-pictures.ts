import { isProblem, type Problem } from '../../../domain/problems';
import { imageSteps } from '../../../domain/rules/catalogue/image-steps';
import type { ProductImage, Tables } from '../../ports/tables';
import type { JobContext } from '../job';
import { addPictureOnce, endPicture } from './add-picture-once';
import { picturesOf } from './product-pictures';
import { type ProductWork, storeOf } from './product-work';

interface Changed {
  images: ProductImage[];
  problem: Problem | null;
}

/** Brings the product's pictures in step with Hike's. Each step is kept at once: a picture is never sent twice. */
export const changePictures = async (context: JobContext, work: ProductWork<'update'>): Promise<Changed> => {
  const { storeHash, bigcommerce: { catalogue }, database: { tables } } = context;
  const { seen, step } = work;
  const hikeId = seen.product.id;
  const store = storeOf(work);
  let images = await tables.images.listOf(storeHash, [hikeId]);
  const keep = async (kept: ProductImage[], also: (inside: Tables) => Promise<void> = async () => undefined): Promise<void> => {
    await context.record('pictures-kept', async (inside) => {
      await inside.images.replace(storeHash, hikeId, kept);
      await also(inside);
    });
    images = kept;
  };
  const wanted = await picturesOf(context, seen.product, images);
  const thumbnailId = store.images.find(({ isThumbnail }) => isThumbnail)?.id ?? null;
  const steps = imageSteps(wanted, images, { removes: context.settings.catalogue.owners.images === 'hike', thumbnailId });
  for (const imageId of steps.removals) {
    await catalogue.deleteImage(step.productId, imageId);
    await keep(images.filter((image) => image.imageId !== imageId));
  }
  for (const { key, url, content, position, isThumbnail } of steps.adds) {
    const knownIds = new Set([...store.images.map(({ id }) => id), ...images.map(({ imageId }) => imageId)]);
    const wantedPicture = { hikeId, productId: step.productId, picture: { key, url }, content, position, isThumbnail, knownIds };
    const added = await addPictureOnce(context, wantedPicture);
    if (isProblem(added)) return { images, problem: added };
    if (added !== null) await keep([...images, added], (inside) => endPicture(context, inside, wantedPicture));
  }
  for (const { imageId, ...change } of steps.moves) {
    await catalogue.changeImage(step.productId, imageId, change);
    await keep(images.map((image) => (image.imageId === imageId && change.position !== undefined ? { ...image, position: change.position } : image)));
  }
  // Keys and addresses may be new although the pictures are not.
  await keep(images.map((image) => ({ ...image, ...addressOf(wanted.find(({ content }) => content === image.content)) })));
  return { images, problem: null };
};

const addressOf = (wanted: { key: string; url: string } | undefined): { key?: string; url?: string } => (wanted === undefined ? {} : { key: wanted.key, url: wanted.url });
