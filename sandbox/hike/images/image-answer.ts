import { createHash } from 'node:crypto';
import type { ProductImage } from './product-image.ts';

/** Long enough to pass the 255 characters that BigCommerce takes. */
function longQuery(content: string): string {
  return `?signature=${createHash('sha256').update(content).digest('hex').repeat(5)}`;
}

/** The address of an image at a width in pixels. The id is in it: the same content has many addresses. */
function imageAddress(host: string, image: ProductImage, width: number): string {
  return `${host}/images/${width}/${image.reach}/${image.id}-${encodeURIComponent(image.content)}.png${image.hasLongUrl ? longQuery(image.content) : ''}`;
}

const FULL_WIDTH = 1000;

/** An element of `additional_images` and of `variant_images`. */
export function imageAnswer(host: string, image: ProductImage) {
  return {
    primary_pic_Id: image.id,
    primary_pic_name: image.name,
    is_primary: image.isPrimary,
    image_url: image.hasFullUrl ? imageAddress(host, image, FULL_WIDTH) : null,
    '50_thumbnail': imageAddress(host, image, 50),
    '240_thumbnail': imageAddress(host, image, 240),
    '500_thumbnail': imageAddress(host, image, 500),
  };
}
