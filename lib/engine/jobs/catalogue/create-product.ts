import { isProblem, type Problem } from '../../../domain/problems';
import type { WantedImage } from '../../../domain/rules/catalogue/image-steps';
import { skuKey } from '../../../domain/rules/sku-key';
import type { ImageDraft, ProductDraft, StoreProduct } from '../../../domain/store-product';
import { RefusedByVendor } from '../../ports/failures';
import type { ProductImage } from '../../ports/tables';
import { createOnce } from '../create-once';
import type { JobContext } from '../job';
import { addPicture } from './add-picture';
import { byAddress, needsFile, picturesOf } from './product-pictures';
import type { ProductWork } from './product-work';
import { recordChecking, recordCreated, recordRefused } from './record-product';

/** BigCommerce's no with its reason as a problem: nothing was created. */
class ProductRefused extends RefusedByVendor {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super({ side: 'bigcommerce', status: 422, reason: problem.code });
    this.problem = problem;
  }
}

/** Creates the product with variants and pictures, once, whatever becomes of the answer. True when it is there now; its row is still to be settled then. */
export const createProduct = async (context: JobContext, work: ProductWork<'create'>): Promise<boolean> => {
  const { draft } = work.step;
  const pictures = context.settings.catalogue.owners.images === 'nobody' ? [] : await picturesOf(context, work.seen.product);
  try {
    const outcome = await createOnce<StoreProduct>(context, {
      kind: 'product',
      key: work.row.id,
      reference: referenceOf(draft),
      create: () => create(context, draft, pictures),
      lookUp: () => lookUp(context, draft),
    });
    if (outcome.kind === 'checking') {
      await recordChecking(context, work, outcome.nextLook);
      return false;
    }
    const images = await completePictures(context, work, { store: outcome.remote, pictures });
    await recordCreated(context, work, { store: outcome.remote, isNew: outcome.kind === 'created', images, reference: referenceOf(draft) });
    return true;
  } catch (error) {
    if (!(error instanceof ProductRefused)) throw error;
    await recordRefused(context, work, error.problem);
    return false;
  }
};

const referenceOf = (draft: ProductDraft): string => skusOf(draft)[0] ?? draft.name;

const skusOf = ({ sku, variants }: ProductDraft): string[] => [sku, ...variants.map((variant) => variant.sku)].filter((one) => one.trim() !== '');

/** Pictures that BigCommerce can fetch come first in the call; the others follow as files. */
const inOrder = (pictures: readonly WantedImage[]): WantedImage[] => [...pictures.filter((one) => !needsFile(one)), ...pictures.filter(needsFile)];

const placeOf = (picture: WantedImage, pictures: readonly WantedImage[]): Pick<ImageDraft, 'position' | 'isThumbnail'> => ({
  position: pictures.indexOf(picture),
  isThumbnail: picture === (pictures.find(({ isPrimary }) => isPrimary) ?? pictures[0]),
});

const create = async (context: JobContext, draft: ProductDraft, pictures: readonly WantedImage[]): Promise<StoreProduct> => {
  const images = pictures.filter((one) => !needsFile(one)).map((picture) => ({ source: byAddress(picture), ...placeOf(picture, pictures) }));
  const answer = await context.bigcommerce.catalogue.create({ ...draft, images });
  if (answer.kind === 'created') return answer.product;
  if (answer.problem.code !== 'image-unreachable' || images.length === 0) throw new ProductRefused(answer.problem);
  // One picture that BigCommerce cannot fetch refuses the whole product: they all follow one by one.
  const again = await context.bigcommerce.catalogue.create({ ...draft, images: [] });
  if (again.kind === 'refused') throw new ProductRefused(again.problem);
  return again.product;
};

/** By SKU; by name only where there is none, and then never a product that somebody gave other SKUs. */
const lookUp = async (context: JobContext, draft: ProductDraft): Promise<StoreProduct | null> => {
  const [sku] = skusOf(draft);
  const found = sku === undefined ? await context.bigcommerce.catalogue.findByName(draft.name) : await context.bigcommerce.catalogue.findBySku(sku);
  const own = new Set(skusOf(draft).map(skuKey));
  return found !== null && found.variants.every((variant) => variant.sku === '' || own.has(skuKey(variant.sku))) ? found : null;
};

/** Adds the pictures that the call could not carry; after a lost answer or a kill, those that are still missing. */
const completePictures = async (
  context: JobContext,
  work: ProductWork,
  { store, pictures }: { store: StoreProduct; pictures: readonly WantedImage[] },
): Promise<ProductImage[]> => {
  const known = [...store.images].sort((a, b) => a.id - b.id).map(({ id }) => id);
  const images: ProductImage[] = [];
  for (const picture of inOrder(pictures)) {
    const place = placeOf(picture, pictures);
    const imageId = known.shift() ?? (await addPicture(context, store.id, { picture, ...place }));
    if (imageId === null || isProblem(imageId)) continue;
    images.push({ hikeId: work.seen.product.id, productId: store.id, imageId, key: picture.key, url: picture.url, content: picture.content, position: place.position });
  }
  return images;
};
