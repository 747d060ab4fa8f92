import type { HikeProductId, ImageId, ProductId, StoreHash } from '../../../domain/ids';

/** An image of Hike's that BigCommerce has from us. */
export interface ProductImage {
  hikeId: HikeProductId;
  productId: ProductId;
  imageId: ImageId;
  /** Hike's own id of it. */
  key: string;
  url: string;
  /** SHA-256 of its bytes: the same picture is sent once, whatever its address. */
  content: string;
  position: number;
}

export interface ProductImages {
  listOf(storeHash: StoreHash, hikeIds: readonly HikeProductId[]): Promise<ProductImage[]>;
  /** Replaces all of the product's. */
  replace(storeHash: StoreHash, hikeId: HikeProductId, images: readonly ProductImage[]): Promise<void>;
  /** As `replace`, in few statements. */
  replaceMany(storeHash: StoreHash, products: readonly { hikeId: HikeProductId; images: readonly ProductImage[] }[]): Promise<void>;
  deleteAll(storeHash: StoreHash): Promise<void>;
}
