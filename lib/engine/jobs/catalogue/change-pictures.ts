import { isProblem, type Problem } from '../../../domain/problems';
import { imageSteps, type ImageSteps, type WantedImage } from '../../../domain/rules/catalogue/image-steps';
import type { ProductImage } from '../../ports/tables';
import type { JobContext } from '../job';
import { addPictureOnce, endPicture } from './add-picture-once';
import { adoptPictures } from './adopt-pictures';
import { openOwnPictures, type OwnPictures } from './own-pictures';
import { picturesOf } from './product-pictures';
import { type ProductWork, storeOf } from './product-work';

export interface ChangedPictures {
  images: readonly ProductImage[];
  /** Why others could not be sent; one holds up none of the others. */
  missed: Problem[];
  isChanged: boolean;
}

/** Brings the product's pictures in step with Hike's; where Hike does not own them, those that its creation missed are added, and no more. */
export const changePictures = async (context: JobContext, work: ProductWork<'update'>): Promise<ChangedPictures> => {
  const own = await openOwnPictures(context, work);
  const { wanted, missed } = await picturesOf(context, work, own.list());
  await adoptPictures(context, work, { own, wanted });
  const steps = stepsOf(context, work, { own, wanted });
  await remove(context, work, { own, steps });
  const refusals = await add(context, work, { own, steps });
  await move(context, work, { own, steps });
  // Keys and addresses may be new although the pictures are not.
  await own.keep(own.list().map((image) => ({ ...image, ...addressOf(wanted.find(({ content }) => content === image.content)) })));
  return { images: own.list(), missed: [...missed, ...refusals], isChanged: steps.removals.length + steps.moves.length + steps.adds.length > refusals.length };
};

const stepsOf = ({ settings }: JobContext, work: ProductWork<'update'>, { own, wanted }: { own: OwnPictures; wanted: readonly WantedImage[] }): ImageSteps => {
  const isOurs = settings.catalogue.owners.images === 'hike';
  const thumbnailId = storeOf(work).images.find(({ isThumbnail }) => isThumbnail)?.id ?? null;
  const steps = imageSteps(wanted, own.list(), { removes: isOurs, thumbnailId });
  return isOurs ? steps : { ...steps, moves: [] };
};

interface Doing {
  own: OwnPictures;
  steps: ImageSteps;
}

const remove = async ({ bigcommerce: { catalogue } }: JobContext, { step }: ProductWork<'update'>, { own, steps }: Doing): Promise<void> => {
  for (const imageId of steps.removals) {
    await catalogue.deleteImage(step.productId, imageId);
    await own.keep(own.list().filter((image) => image.imageId !== imageId));
  }
};

const add = async (context: JobContext, work: ProductWork<'update'>, { own, steps }: Doing): Promise<Problem[]> => {
  const refusals: Problem[] = [];
  const stored = storeOf(work).images.map(({ id }) => id);
  for (const { key, url, content, position, isThumbnail } of steps.adds) {
    const knownIds = new Set([...stored, ...own.list().map(({ imageId }) => imageId)]);
    const picture = { hikeId: work.seen.product.id, productId: work.step.productId, picture: { key, url }, content, position, isThumbnail, knownIds };
    const added = await addPictureOnce(context, picture);
    if (isProblem(added)) refusals.push(added);
    else await own.keep([...own.list(), added], (inside) => endPicture(context, inside, picture));
  }
  return refusals;
};

const move = async ({ bigcommerce: { catalogue } }: JobContext, { step }: ProductWork<'update'>, { own, steps }: Doing): Promise<void> => {
  for (const { imageId, ...change } of steps.moves) {
    await catalogue.changeImage(step.productId, imageId, change);
    await own.keep(own.list().map((image) => (image.imageId === imageId && change.position !== undefined ? { ...image, position: change.position } : image)));
  }
};

const addressOf = (wanted: WantedImage | undefined): { key?: string; url?: string } => (wanted === undefined ? {} : { key: wanted.key, url: wanted.url });
