import type { z } from 'zod';
import { ApiRefusal } from '../api-refusal.ts';
import { imageFilePost, type ImageInput } from '../catalogue/product-input.ts';
import { downloadImage } from '../images/download-image.ts';
import { cannotUse, checkedImage, type CheckedImage } from '../images/image-file.ts';
import { jsonBody, type ApiContext } from './api-env.ts';
import { parseV3 } from './parse-v3.ts';

const isForm = (context: ApiContext) => (context.req.header('content-type') ?? '').startsWith('multipart/form-data');

/** A form knows only text. */
const asFields = (form: Record<string, unknown>) => ({
  ...('is_thumbnail' in form ? { is_thumbnail: ['1', 'true'].includes(String(form['is_thumbnail'])) } : {}),
  ...('sort_order' in form ? { sort_order: Number(form['sort_order']) } : {}),
  ...('description' in form ? { description: String(form['description']) } : {}),
});

/** The uploaded file of a form; undefined when the body is no form. */
export async function uploadedFile(context: ApiContext): Promise<{ fields: Record<string, unknown>; bytes: Buffer } | undefined> {
  if (!isForm(context)) return undefined;
  const form = await context.req.parseBody();
  const file = form['image_file'];
  if (!(file instanceof File)) throw new ApiRefusal(422, 'image_url must be present if uploading by url', { image_file: 'required' });
  return { fields: form, bytes: Buffer.from(await file.arrayBuffer()) };
}

/** An image with its file: what has an address is downloaded. */
export async function withFile<T extends ImageInput>(input: T): Promise<T> {
  return input.image_url === undefined ? input : { ...input, file: await downloadImage(input.image_url) };
}

/** An image as the body gives it: a form with the file itself, or JSON with the address to download it from. */
export async function readImage(context: ApiContext, schema: z.ZodType<ImageInput>): Promise<ImageInput> {
  const upload = await uploadedFile(context);
  if (upload) return { ...parseV3(imageFilePost, asFields(upload.fields)), file: checkedImage(upload.bytes) };
  return withFile(parseV3(schema, await jsonBody(context)));
}

/** Variants take fewer kinds than products do. */
const OF_VARIANTS = ['image/gif', 'image/jpeg', 'image/png'];

export const isVariantImage = ({ contentType }: CheckedImage): boolean => OF_VARIANTS.includes(contentType);

/** A variant with the file behind its `image_url`; an empty one says nothing. */
export async function withVariantFile<T extends { image_url?: string | undefined }>(input: T): Promise<T & { file?: CheckedImage }> {
  if (input.image_url === undefined || input.image_url === '') return input;
  const file = await downloadImage(input.image_url);
  if (!isVariantImage(file)) throw cannotUse('The file is not an image of a type that variants take.');
  return { ...input, file };
}

/** The images inside a product. One that cannot be downloaded refuses the product, in the words of an image's own refusal. */
export async function withFiles<T extends { images?: ImageInput[] | undefined; variants?: { image_url?: string | undefined }[] | undefined }>(input: T): Promise<T> {
  const unnamed = (input.images ?? []).findIndex((image) => image.id === undefined && image.image_url === undefined);
  if (unnamed >= 0) throw new ApiRefusal(422, 'JSON data is missing or invalid', { [`images.${unnamed}.image_url`]: 'required' });
  return {
    ...input,
    ...(input.images ? { images: await Promise.all(input.images.map(withFile)) } : {}),
    ...(input.variants ? { variants: await Promise.all(input.variants.map(withVariantFile)) } : {}),
  };
}
