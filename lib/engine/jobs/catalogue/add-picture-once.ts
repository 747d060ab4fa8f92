import type { HikeProductId, ImageId, ProductId } from '../../../domain/ids';
import { isProblem, type Problem } from '../../../domain/problems';
import type { Intent, ProductImage, Tables } from '../../ports/tables';
import { saysNothingWasCreated } from '../create-once';
import type { JobContext } from '../job';
import { addPicture, type PicturePlace } from './add-picture';
import type { OwnPictures } from './own-pictures';

/** What an intent is about. */
interface OnePicture {
  hikeId: HikeProductId;
  productId: ProductId;
  content: string;
}

interface NewPicture extends OnePicture, PicturePlace {
  /** Pictures of the product that BigCommerce is known to have, whoever they are from. */
  knownIds: ReadonlySet<ImageId>;
}

/**
 * Adds a picture to a product that exists, and keeps it as ours; answers why that could not be. BigCommerce knows no
 * reference for pictures, so the intent says that one may be there already: then a picture that nobody has told of is ours.
 */
export const addPictureOnce = async (context: JobContext, own: OwnPictures, wanted: Omit<NewPicture, 'knownIds'> & { stored: readonly ImageId[] }): Promise<Problem | null> => {
  const added = await addOrFind(context, { ...wanted, knownIds: new Set([...wanted.stored, ...own.list().map(({ imageId }) => imageId)]) });
  if (isProblem(added)) return added;
  await own.keep([...own.list(), added], (inside) => endPicture(context, inside, wanted));
  return null;
};

const addOrFind = async (context: JobContext, wanted: NewPicture): Promise<ProductImage | Problem> => {
  const { storeHash, database } = context;
  const intent = await database.tables.intents.find(storeHash, 'image', keyOf(wanted));
  const found = intent?.state === 'sending' ? await lookUp(context, wanted) : null;
  if (found !== null) return imageOf(wanted, found);
  await context.record('picture-intent-saved', (tables) => saveIntent(context, tables, { wanted, state: 'sending' }));
  const added = await sent(context, wanted);
  return isProblem(added) ? added : imageOf(wanted, added);
};

const sent = async (context: JobContext, wanted: NewPicture): Promise<ImageId | Problem> => {
  const refused = () => context.record('picture-refused', (tables) => saveIntent(context, tables, { wanted, state: 'refused' }));
  try {
    const added = await addPicture(context, wanted.productId, wanted);
    if (isProblem(added)) await refused();
    return added;
  } catch (error) {
    // Else the next attempt would take somebody's own picture for ours.
    if (saysNothingWasCreated(error)) await refused();
    throw error;
  }
};

/** In the transaction that keeps the picture. */
export const endPicture = (context: JobContext, tables: Tables, wanted: OnePicture): Promise<void> => saveIntent(context, tables, { wanted, state: 'done' });

const keyOf = ({ hikeId, content }: Pick<OnePicture, 'hikeId' | 'content'>): string => `${hikeId}:${content}`;

/** Whether one of these was sent to the product by itself, whatever became of it. */
export const wereSentAlone = async (
  { storeHash, database }: JobContext,
  { hikeId, productId, contents }: Omit<OnePicture, 'content'> & { contents: readonly string[] },
): Promise<boolean> => {
  const intents = await database.tables.intents.findMany(storeHash, 'image', contents.map((content) => keyOf({ hikeId, content })));
  return intents.some(({ reference }) => reference === String(productId));
};

/** The one at its place is the likeliest. */
const lookUp = async ({ bigcommerce }: JobContext, { productId, knownIds, position }: NewPicture): Promise<ImageId | null> => {
  const [product] = await bigcommerce.catalogue.listByIds([productId]);
  const strangers = (product?.images ?? []).filter(({ id }) => !knownIds.has(id));
  return (strangers.find((image) => image.position === position) ?? strangers[0])?.id ?? null;
};

const imageOf = ({ hikeId, productId, picture, content, position }: NewPicture, imageId: ImageId): ProductImage => ({
  hikeId,
  productId,
  imageId,
  key: picture.key,
  url: picture.url,
  content,
  position,
});

const saveIntent = (context: JobContext, tables: Tables, { wanted, state }: { wanted: OnePicture; state: Intent['state'] }): Promise<void> =>
  tables.intents.save(context.storeHash, {
    kind: 'image',
    key: keyOf(wanted),
    // Where a look-up looks.
    reference: String(wanted.productId),
    state,
    remoteId: null,
    looks: 0,
    updatedAt: context.now(),
  });
