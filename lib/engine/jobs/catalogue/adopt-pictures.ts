import type { ProductId } from '../../../domain/ids';
import { isProblem } from '../../../domain/problems';
import type { WantedImage } from '../../../domain/rules/catalogue/image-steps';
import type { ProductImage } from '../../ports/tables';
import type { JobContext } from '../job';
import { endPicture } from './add-picture-once';
import type { OwnPictures } from './own-pictures';
import { contentOf, patiently } from './product-pictures';
import { type ProductWork, storeOf } from './product-work';

/** Pictures of one product that are looked at; more are seldom, and each is a download. */
const MOST_LOOKED_AT = 20;

/**
 * Pictures that BigCommerce has without us, and that are equal to those still to be added, become ours: the same shot never
 * shows twice. One that cannot be fetched counts as another.
 */
export const adoptPictures = async (context: JobContext, work: ProductWork<'update'>, { own, wanted }: { own: OwnPictures; wanted: readonly WantedImage[] }): Promise<void> => {
  const sent = new Set(own.list().map(({ content }) => content));
  const missing = new Map(wanted.filter(({ content }) => !sent.has(content)).map((picture) => [picture.content, picture]));
  const knownIds = new Set(own.list().map(({ imageId }) => imageId));
  if (missing.size === 0 || storeOf(work).images.every(({ id }) => knownIds.has(id))) return;
  const adopted = await equalTo(context, work, { missing, knownIds });
  if (adopted.length === 0) return;
  // One of them may be what an add without an answer left: nothing is to be looked up any more.
  await own.keep([...own.list(), ...adopted], async (inside) => {
    for (const picture of adopted) await endPicture(context, inside, picture);
  });
};

const equalTo = async (
  { bigcommerce: { catalogue } }: JobContext,
  { row, seen, step }: ProductWork<'update'>,
  { missing, knownIds }: { missing: Map<string, WantedImage>; knownIds: ReadonlySet<ProductImage['imageId']> },
): Promise<ProductImage[]> => {
  const productId: ProductId = step.productId;
  const strangers = (await catalogue.listImages(productId)).filter(({ id }) => !knownIds.has(id)).slice(0, MOST_LOOKED_AT);
  const adopted: ProductImage[] = [];
  for (const { id: imageId, position, url } of strangers) {
    if (missing.size === 0 || url === null) continue;
    const file = await patiently(row, url, catalogue.fetchImage);
    const picture = isProblem(file) ? undefined : missing.get(contentOf(file));
    if (picture === undefined) continue;
    missing.delete(picture.content);
    adopted.push({ hikeId: seen.product.id, productId, imageId, key: picture.key, url: picture.url, content: picture.content, position });
  }
  return adopted;
};
