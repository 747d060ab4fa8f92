import type { HikeProductId, ImageId, ProductId } from '../../../domain/ids';
import { isProblem, type Problem } from '../../../domain/problems';
import type { ProductImage, Tables } from '../../ports/tables';
import type { JobContext } from '../job';
import { addPicture, type PicturePlace } from './add-picture';

/** What an intent is about. */
interface OnePicture extends Pick<PicturePlace, 'picture'> {
  hikeId: HikeProductId;
  productId: ProductId;
  content: string;
}

interface NewPicture extends OnePicture, PicturePlace {
  /** Pictures of the product that BigCommerce is known to have, whoever they are from. */
  knownIds: ReadonlySet<ImageId>;
}

/**
 * Adds a picture to a product that exists. BigCommerce knows no reference for pictures, so the intent says that one may be
 * there already: then a picture that nobody has told of is ours.
 */
export const addPictureOnce = async (context: JobContext, wanted: NewPicture): Promise<ProductImage | Problem> => {
  const { storeHash, database } = context;
  const intent = await database.tables.intents.find(storeHash, 'image', keyOf(wanted));
  const found = intent?.state === 'sending' ? await lookUp(context, wanted) : null;
  if (found !== null) return imageOf(wanted, found);
  await context.record('picture-intent-saved', (tables) => saveIntent(context, tables, { wanted, state: 'sending' }));
  const added = await addPicture(context, wanted.productId, wanted);
  if (!isProblem(added)) return imageOf(wanted, added);
  await context.record('picture-refused', (tables) => saveIntent(context, tables, { wanted, state: 'refused' }));
  return added;
};

/** In the transaction that keeps the picture. */
export const endPicture = (context: JobContext, tables: Tables, wanted: OnePicture): Promise<void> => saveIntent(context, tables, { wanted, state: 'done' });

const keyOf = ({ hikeId, content }: OnePicture): string => `${hikeId}:${content}`;

const lookUp = async ({ bigcommerce }: JobContext, { productId, knownIds }: NewPicture): Promise<ImageId | null> => {
  const [product] = await bigcommerce.catalogue.listByIds([productId]);
  return product?.images.find(({ id }) => !knownIds.has(id))?.id ?? null;
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

const saveIntent = (context: JobContext, tables: Tables, { wanted, state }: { wanted: OnePicture; state: 'sending' | 'refused' | 'done' }): Promise<void> =>
  tables.intents.save(context.storeHash, {
    kind: 'image',
    key: keyOf(wanted),
    reference: wanted.picture.key,
    state,
    remoteId: null,
    looks: 0,
    updatedAt: context.now(),
  });
