import { createHash } from 'node:crypto';
import { isProblem, type Problem, problem } from '../../../domain/problems';
import { LONGEST_IMAGE_URL } from '../../../domain/rules/catalogue/calls-of-step';
import type { WantedImage } from '../../../domain/rules/catalogue/image-steps';
import { imagesOfProduct } from '../../../domain/rules/catalogue/images-of-product';
import { retryDelay } from '../../../domain/rules/retry-delay';
import type { ImageDraft } from '../../../domain/store-product';
import { TransientFailure } from '../../ports/failures';
import type { Picture } from '../../ports/picture';
import type { DirtyRow } from '../../ports/tables';
import type { JobContext } from '../job';
import type { ProductWork } from './product-work';

/** With its kind, by which BigCommerce may refuse it. */
export interface FetchedPicture extends WantedImage {
  type: string;
}

export interface Pictures {
  wanted: WantedImage[];
  /** Those that can be had just now, also where two show the same. */
  fetched: FetchedPicture[];
  /** Why others are not among them. */
  missed: Problem[];
}

/**
 * The product's pictures that can be fetched, each content once, in order. One that was sent before and cannot be fetched
 * now is still wanted, with the content that it had.
 */
export const picturesOf = async (context: JobContext, { seen, row }: ProductWork, sent: readonly Pick<WantedImage, 'key' | 'content'>[] = []): Promise<Pictures> => {
  const pictures: Pictures = { wanted: [], fetched: [], missed: [] };
  for (const { key, url, isPrimary } of imagesOfProduct(seen.product)) {
    const file = await patiently(row, url, context.hike.images.fetch);
    const content = isProblem(file) ? sent.find((image) => image.key === key)?.content : contentOf(file);
    if (!isProblem(file) && content !== undefined) pictures.fetched.push({ key, url, content, isPrimary, type: file.type });
    if (content === undefined) pictures.missed.push(...(isProblem(file) ? [file] : []));
    else if (pictures.wanted.every((known) => known.content !== content)) pictures.wanted.push({ key, url, content, isPrimary });
  }
  return pictures;
};

/** A host that does not answer is waited for as long as anything is; at last the product goes on without its picture. */
export const patiently = async (row: DirtyRow, url: string, fetch: (url: string) => Promise<Picture | Problem>): Promise<Picture | Problem> => {
  try {
    return await fetch(url);
  } catch (error) {
    const isLast = retryDelay(row.attempts + 1, 0) === null;
    if (isLast && error instanceof TransientFailure) return problem('image-unreachable', { url });
    throw error;
  }
};

export const contentOf = ({ bytes }: Picture): string => createHash('sha256').update(bytes).digest('hex');

export const needsFile = ({ url }: Pick<WantedImage, 'url'>): boolean => url.length > LONGEST_IMAGE_URL;

export const byAddress = ({ url }: Pick<WantedImage, 'url'>): ImageDraft['source'] => ({ kind: 'url', url });

/** The picture itself, for where BigCommerce cannot fetch it, unless it is gone since. It is fetched again, so that no more than a few are held at a time. */
export const asFile = async (context: JobContext, { url, key }: Pick<WantedImage, 'url' | 'key'>): Promise<ImageDraft['source'] | Problem> => {
  const file = await context.hike.images.fetch(url);
  return isProblem(file) ? file : { kind: 'file', name: `${key}.${extensionOf(file.type)}`, type: file.type, bytes: file.bytes };
};

const extensionOf = (type: string): string => (type === 'image/jpeg' ? 'jpg' : type.replace(/^image\//, '').replace(/[^a-z0-9]/g, ''));
