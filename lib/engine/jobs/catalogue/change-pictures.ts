import type { ImageId } from '../../../domain/ids';
import type { Problem } from '../../../domain/problems';
import { MOST_IMAGES } from '../../../domain/rules/catalogue/bigcommerce-limits';
import { imageSteps, type ImageSteps, removalsAfter, thumbnailOf, type WantedImage } from '../../../domain/rules/catalogue/image-steps';
import type { VariantPair } from '../../../domain/rules/catalogue/match-variants';
import type { ProductImage } from '../../ports/tables';
import type { JobContext } from '../job';
import { addPictureOnce } from './add-picture-once';
import { adoptPictures } from './adopt-pictures';
import { openOwnPictures, type OwnPictures } from './own-pictures';
import { picturesOf } from './product-pictures';
import { type ProductWork, storeOf } from './product-work';
import { changeVariantPictures, type VariantPictures } from './variant-pictures';

export interface ChangedPictures {
  images: readonly ProductImage[];
  /** Why others could not be sent; one holds up none of the others. */
  missed: Problem[];
  isChanged: boolean;
  /** Now the one that BigCommerce shows in lists; `null` where that was left as it is. */
  thumbnailId: ImageId | null;
  /** How many somebody had deleted in BigCommerce. */
  sentAgain: number;
  ofVariants: VariantPictures;
}

/** Brings the product's pictures in step with Hike's; where Hike does not own them, those that its creation missed are added, and no more. */
export const changePictures = async (context: JobContext, work: ProductWork<'update'>, added: readonly VariantPair[]): Promise<ChangedPictures> => {
  const own = await openOwnPictures(context, { hikeId: work.seen.product.id, productId: work.step.productId });
  const { wanted, fetched, missed } = await picturesOf(context, work, own.list());
  await adoptPictures(context, work, { own, wanted });
  const doing: Doing = { own, wanted, steps: stepsOf(context, work, { own, wanted }) };
  // What is new comes first: a picture that is refused must not leave the product without the one that it was to replace.
  const { count, removed, refusals } = await add(context, work, doing);
  const leaving = removalsAfter(doing.steps.removals, { added: count, failed: missed.length + refusals.length }).filter((id) => !removed.includes(id));
  for (const imageId of leaving) await remove(context, work, { own, imageId });
  const moved = await move(context, work, doing);
  const ofVariants = await changeVariantPictures(context, work, { store: storeOf(work), fetched, added });
  // Keys and addresses may be new although the pictures are not.
  await own.keep(own.list().map((image) => ({ ...image, ...addressOf(wanted.find(({ content }) => content === image.content)) })));
  return {
    images: own.list(),
    missed: [...missed, ...refusals, ...moved.refusals, ...ofVariants.missed],
    isChanged: ofVariants.given.length + count + removed.length + leaving.length + doing.steps.moves.length > moved.refusals.length,
    thumbnailId: thumbnailAfter(context, doing),
    sentAgain: moved.sentAgain,
    ofVariants,
  };
};

const stepsOf = ({ settings }: JobContext, work: ProductWork<'update'>, { own, wanted }: Omit<Doing, 'steps'>): ImageSteps => {
  const isOurs = settings.catalogue.owners.images === 'hike';
  const thumbnailId = storeOf(work).images.find(({ isThumbnail }) => isThumbnail)?.id ?? null;
  const steps = imageSteps(wanted, own.list(), { removes: isOurs, thumbnailId });
  return isOurs ? steps : { ...steps, moves: [] };
};

const thumbnailAfter = ({ settings }: JobContext, { own, wanted, steps }: Doing): ImageId | null => {
  const isSet = settings.catalogue.owners.images === 'hike' || steps.adds.some(({ isThumbnail }) => isThumbnail);
  return (isSet && own.list().find(({ content }) => content === thumbnailOf(wanted)?.content)?.imageId) || null;
};

interface Doing {
  own: OwnPictures;
  wanted: readonly WantedImage[];
  steps: ImageSteps;
}

const remove = async ({ bigcommerce: { catalogue } }: JobContext, { step }: ProductWork<'update'>, { own, imageId }: { own: OwnPictures; imageId: ImageId }): Promise<void> => {
  await catalogue.deleteImage(step.productId, imageId);
  await own.keep(own.list().filter((image) => image.imageId !== imageId));
};

/** `removed`: those that went before, because BigCommerce holds no more; the last one first. */
const add = async (context: JobContext, work: ProductWork<'update'>, { own, steps }: Doing): Promise<{ count: number; removed: ImageId[]; refusals: Problem[] }> => {
  const refusals: Problem[] = [];
  const removed: ImageId[] = [];
  const room = [...steps.removals];
  const stored = storeOf(work).images.map(({ id }) => id);
  for (const picture of steps.adds) {
    const held = new Set([...stored, ...own.list().map(({ imageId }) => imageId)]).size - removed.length;
    const leaves = held < MOST_IMAGES ? undefined : room.pop();
    if (leaves !== undefined) {
      await remove(context, work, { own, imageId: leaves });
      removed.push(leaves);
    }
    const refusal = await addOne(context, work, { own, picture });
    if (refusal !== null) refusals.push(refusal);
  }
  return { count: steps.adds.length - refusals.length, removed, refusals };
};

const addOne = (context: JobContext, work: ProductWork<'update'>, { own, picture }: { own: OwnPictures; picture: ImageSteps['adds'][number] }): Promise<Problem | null> => {
  const { key, url, content, position, isThumbnail } = picture;
  const stored = storeOf(work).images.map(({ id }) => id);
  return addPictureOnce(context, own, { hikeId: work.seen.product.id, productId: work.step.productId, picture: { key, url }, content, position, isThumbnail, stored });
};

const move = async (context: JobContext, work: ProductWork<'update'>, { own, wanted, steps }: Doing): Promise<{ refusals: Problem[]; sentAgain: number }> => {
  const refusals: Problem[] = [];
  let sentAgain = 0;
  for (const { imageId, ...change } of steps.moves) {
    const outcome = await context.bigcommerce.catalogue.changeImage(work.step.productId, imageId, change);
    if (outcome.kind === 'refused') refusals.push(outcome.problem);
    if (outcome.kind === 'done') await own.keep(own.list().map((image) => (image.imageId === imageId && change.position !== undefined ? { ...image, position: change.position } : image)));
    if (outcome.kind !== 'gone') continue;
    const refusal = await sendAgain(context, work, { own, wanted, move: { imageId, ...change } });
    if (refusal === null) sentAgain += 1;
    else refusals.push(refusal);
  }
  return { refusals, sentAgain };
};

/** Somebody deleted it in BigCommerce, and only what Hike decides about is moved: so it comes back. */
const sendAgain = async (
  context: JobContext,
  work: ProductWork<'update'>,
  { own, wanted, move: { imageId, position } }: Pick<Doing, 'own' | 'wanted'> & { move: ImageSteps['moves'][number] },
): Promise<Problem | null> => {
  const lost = own.list().find((image) => image.imageId === imageId);
  const again = wanted.find(({ content }) => content === lost?.content);
  if (lost === undefined || again === undefined) return null;
  await own.keep(own.list().filter((image) => image !== lost));
  return addOne(context, work, { own, picture: { ...again, position: position ?? lost.position, isThumbnail: again === thumbnailOf(wanted) } });
};

const addressOf = (wanted: WantedImage | undefined): { key?: string; url?: string } => (wanted === undefined ? {} : { key: wanted.key, url: wanted.url });
