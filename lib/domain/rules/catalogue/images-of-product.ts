import type { HikeImage, HikeProduct } from '../../hike-product';

/** An address may carry a signature that differs with each reading. */
export const imageAddress = (url: string): string => url.replace(/[?#].*$/, '');

/** The product's pictures in order, then those that only its variants have; each once, and one of them primary at most. */
export const imagesOfProduct = ({ images, variants }: Pick<HikeProduct, 'images' | 'variants'>): HikeImage[] => {
  const byKey = new Map<string, HikeImage>();
  const ofVariants = variants.flatMap((variant) => variant.images.map((image) => ({ ...image, isPrimary: false })));
  for (const image of [...images, ...ofVariants]) if (!byKey.has(image.key)) byKey.set(image.key, image);
  const pictures = [...byKey.values()];
  const primary = pictures.findIndex(({ isPrimary }) => isPrimary);
  return pictures.map((image, index) => ({ ...image, isPrimary: index === primary }));
};
