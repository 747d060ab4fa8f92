import type { ImageId } from '../../../domain/ids';
import type { StoreProduct } from '../../../domain/store-product';
import type { ProductImage } from '../../ports/tables';

interface OwnAfter {
  /** Those from us. */
  images: readonly ProductImage[];
  /** Made the one that BigCommerce shows in lists; `null` where that stays as it was. */
  thumbnailId: ImageId | null;
}

/** All pictures of the product after what we wrote. What we removed stays until BigCommerce is read again: a kill would have it forgotten anyway. */
export const storeImagesAfter = (before: StoreProduct['images'], { images, thumbnailId }: OwnAfter): StoreProduct['images'] => {
  const positions = new Map(images.map(({ imageId, position }) => [imageId, position]));
  const known = new Set(before.map(({ id }) => id));
  const kept = before.map((image) => ({ ...image, position: positions.get(image.id) ?? image.position }));
  const added = images.filter(({ imageId }) => !known.has(imageId)).map(({ imageId: id, position }) => ({ id, position, isThumbnail: false }));
  return [...kept, ...added].map((image) => (thumbnailId === null ? image : { ...image, isThumbnail: image.id === thumbnailId }));
};
