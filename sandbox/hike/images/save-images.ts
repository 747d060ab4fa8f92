import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { HikeState } from '../state/hike-state.ts';
import { Refusal } from '../wire/refusal.ts';
import { anyCase, flag, orElse, text, wholeNumber } from '../wire/wire-types.ts';
import type { ProductImage } from './product-image.ts';

/** `additional_images` as they are written. Whether the live service takes an address is not proven; its file import does. */
export const imageBodies = orElse(z.array(anyCase(z.object({ primary_pic_Id: wholeNumber, primary_pic_name: text, is_primary: flag, image_url: text }))), []);

type ImageBody = z.output<typeof imageBodies>[number];

function saved(state: HikeState, given: ImageBody, before: ProductImage[]): ProductImage {
  const known = before.find((image) => image.id === given.primary_pic_Id);
  if (known) return { ...known, name: given.primary_pic_name ?? known.name };
  if (!given.image_url || !URL.canParse(given.image_url)) throw Refusal.invalid([{ field: 'additional_images', message: 'A new image needs an image_url.' }]);
  const content = createHash('sha256').update(given.image_url).digest('hex').slice(0, 16);
  return { id: state.nextId('image'), name: given.primary_pic_name ?? '', content, isPrimary: false, hasFullUrl: false, hasLongUrl: false, reach: 'public' };
}

/** Exactly one image is the primary one: the first that claims it, or else the first. */
export function onePrimary(images: ProductImage[]): ProductImage[] {
  const chosen = Math.max(images.findIndex((image) => image.isPrimary), 0);
  return images.map((image, index) => ({ ...image, isPrimary: index === chosen }));
}

/** The images of a whole-object save: known ones stay by their id, new ones come by their address, the rest are gone. */
export function saveImages(state: HikeState, given: ImageBody[], before: ProductImage[]): ProductImage[] {
  return onePrimary(given.map((body) => ({ ...saved(state, body, before), isPrimary: body.is_primary ?? false })));
}
