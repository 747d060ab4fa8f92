import type { ImageId } from '../../../domain/ids';
import type { Problem } from '../../../domain/problems';
import { thumbnailOf, type WantedImage } from '../../../domain/rules/catalogue/image-steps';
import type { ImageDraft, StoreProduct } from '../../../domain/store-product';
import type { ProductImage } from '../../ports/tables';
import type { JobContext } from '../job';
import { addPictureOnce, wereSentAlone } from './add-picture-once';
import { openOwnPictures, type OwnPictures, ownPictures } from './own-pictures';
import { needsFile } from './product-pictures';
import type { ProductWork } from './product-work';
import { storeImagesAfter } from './store-images-after';

interface Made {
  store: StoreProduct;
  /** Made just now, not found. */
  isNew: boolean;
  pictures: readonly WantedImage[];
}

interface CompletedPictures {
  /** With all of its pictures. */
  store: StoreProduct;
  images: readonly ProductImage[];
  /** Why others could not be sent. */
  refusals: Problem[];
}

/** Adds the pictures that the call could not carry; after a lost answer or a kill, those that are still missing. */
export const completePictures = async (context: JobContext, work: ProductWork<'create'>, made: Made): Promise<CompletedPictures> => {
  const { store, isNew, pictures } = made;
  const [hikeId, productId] = [work.seen.product.id, store.id];
  const own = await withThoseInside(context, work, made);
  const sent = new Set(own.list().map(({ content }) => content));
  // Whatever else a product has that was made just now, nothing of it came by itself.
  const stored = isNew ? store.images.map(({ id }) => id) : [];
  const refusals: Problem[] = [];
  for (const picture of inOrder(pictures)) {
    if (sent.has(picture.content)) continue;
    const refusal = await addPictureOnce(context, own, { hikeId, productId, content: picture.content, picture, ...placeOf(picture, pictures), stored });
    if (refusal !== null) refusals.push(refusal);
  }
  const images = own.list();
  const thumbnailId = images.find(({ content }) => content === thumbnailOf(pictures)?.content)?.imageId ?? null;
  return { store: { ...store, images: storeImagesAfter(store.images, { images, thumbnailId }) }, images, refusals };
};

export const placeOf = (picture: WantedImage, pictures: readonly WantedImage[]): Pick<ImageDraft, 'position' | 'isThumbnail'> => ({
  position: pictures.indexOf(picture),
  isThumbnail: picture === thumbnailOf(pictures),
});

/** Pictures that BigCommerce can fetch come first in the call; the others follow as files. */
const inOrder = (pictures: readonly WantedImage[]): WantedImage[] => [...pictures.filter((one) => !needsFile(one)), ...pictures.filter(needsFile)];

/** What is ours already: what was kept before a kill, and what the call itself brought, in the order in which it was sent. */
const withThoseInside = async (context: JobContext, { seen: { product } }: ProductWork<'create'>, { store, isNew, pictures }: Made): Promise<OwnPictures> => {
  const place = { hikeId: product.id, productId: store.id };
  const own = isNew ? ownPictures(context, product.id, []) : await openOwnPictures(context, place);
  const inside = pictures.filter((one) => !needsFile(one));
  // The call carries all of them or none: one that came by itself says that it carried none.
  if (!isNew && (await wereSentAlone(context, { ...place, contents: inside.map(({ content }) => content) }))) return own;
  const kept = own.list();
  const free = idsOf(store).filter((id) => kept.every(({ imageId }) => imageId !== id));
  const missing = inside.filter(({ content }) => kept.every((image) => image.content !== content));
  const brought = missing.flatMap((picture): ProductImage[] => {
    const imageId = free.shift();
    const { key, url, content } = picture;
    return imageId === undefined ? [] : [{ ...place, imageId, key, url, content, position: placeOf(picture, pictures).position }];
  });
  return ownPictures(context, product.id, [...kept, ...brought]);
};

const idsOf = ({ images }: StoreProduct): ImageId[] => images.map(({ id }) => id).sort((a, b) => a - b);
