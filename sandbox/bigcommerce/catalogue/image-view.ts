import { isoSeconds } from '../customers/customer-view.ts';
import { imageAddress } from '../images/image-file.ts';
import type { Product, ProductImage, Store } from '../model/store.ts';

/** Where things are shown from: the addresses of images name the host that serves them. */
export interface Shop {
  store: Store;
  origin: string;
}

export function imageView({ store, origin }: Shop, productId: number, image: ProductImage) {
  const address = (size: string) => imageAddress(origin, store, { productId, image, size });
  return {
    id: image.id,
    product_id: productId,
    is_thumbnail: image.isThumbnail,
    sort_order: image.sortOrder,
    description: image.description,
    image_url: image.url === '' ? address('original') : image.url,
    url_zoom: address('zoom'),
    url_standard: address('standard'),
    url_thumbnail: address('thumbnail'),
    url_tiny: address('tiny'),
    date_modified: isoSeconds(image.modified),
  };
}

/** As `include=primary_image` shows it: the schema of `primary_image` knows no `image_url`. */
export function primaryImageView(shop: Shop, product: Product) {
  const primary = product.images.find((image) => image.isThumbnail) ?? product.images[0];
  if (!primary) return {};
  const { image_url: _url, ...view } = imageView(shop, product.id, primary);
  return { primary_image: view };
}
