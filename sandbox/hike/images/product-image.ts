/**
 * An image of a product as it is kept. The addresses follow from it when it is answered, and the bytes from its content
 * key when they are asked for, so that a shop of 50,000 products costs no more than these few words each.
 */
export interface ProductImage {
  id: number;
  name: string;
  /** Images with the same key have the same bytes, whatever their addresses. */
  content: string;
  isPrimary: boolean;
  /** Whether `image_url` is told as well; in the one live answer on record it was null. */
  hasFullUrl: boolean;
  /** Addresses longer than the 255 characters that BigCommerce takes. */
  hasLongUrl: boolean;
  reach: ImageReach;
}

/** Who gets the bytes: everybody; all but BigCommerce's downloader (it is answered 403); nobody (404). */
export type ImageReach = 'public' | 'private' | 'gone';
