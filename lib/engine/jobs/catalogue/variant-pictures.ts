import type { ProductId } from '../../../domain/ids';
import { isProblem, type Problem, problem } from '../../../domain/problems';
import { VARIANTS_PER_CALL } from '../../../domain/rules/catalogue/calls-of-step';
import { matchVariants, type VariantPair } from '../../../domain/rules/catalogue/match-variants';
import { ownPictureOf, type SentVariantPicture, type VariantPictureStep, variantPictureSteps } from '../../../domain/rules/catalogue/variant-pictures';
import type { HikeProduct } from '../../../domain/hike-product';
import type { ImageDraft, ProductDraft, StoreProduct } from '../../../domain/store-product';
import type { MemberOutcome } from '../../ports/bigcommerce';
import { chunksOf } from '../chunks-of';
import type { JobContext } from '../job';
import { asFile, byAddress, type FetchedPicture, needsFile } from './product-pictures';
import type { ProductWork } from './product-work';
import { sentVariantPicturesOf } from './written-marks';

/* What BigCommerce takes for a variant (reference: bigcommerce 7.1). */
const TYPES = ['image/gif', 'image/jpeg', 'image/png'];
const LARGEST_FILE = 1024 * 1024;

const isTaken = ({ type }: FetchedPicture): boolean => TYPES.includes(type);
const notTaken = ({ url }: FetchedPicture): Problem => problem('variant-image-not-taken', { url });

/** The draft with those pictures of its variants that BigCommerce can fetch, so that they cost no call. */
export const withVariantPictures = (draft: ProductDraft, { variants }: HikeProduct, fetched: readonly FetchedPicture[]): ProductDraft => ({
  ...draft,
  variants: draft.variants.map((variant, index) => {
    const own = ownPictureOf(variants[index] ?? { images: [] });
    const picture = fetched.find(({ key }) => key === own?.key);
    return picture !== undefined && isTaken(picture) && !needsFile(picture) ? { ...variant, imageUrl: picture.url } : variant;
  }),
});

export interface VariantPictures {
  /** Given just now. */
  given: SentVariantPicture[];
  /** All that BigCommerce's variants have from us. */
  sent: SentVariantPicture[];
  missed: Problem[];
}

/** Of a product that was created: those that the call could not carry follow. */
export const completeVariantPictures = async (
  context: JobContext,
  { seen: { product } }: ProductWork<'create'>,
  { store, fetched }: { store: StoreProduct; fetched: readonly FetchedPicture[] },
): Promise<VariantPictures> => {
  const { variants: pairs } = matchVariants(product, store, new Map());
  const carried = pairs.flatMap(({ hikeId, variantId }): SentVariantPicture[] => {
    const own = ownPictureOf(product.variants.find(({ id }) => id === hikeId) ?? { images: [] });
    const content = fetched.find(({ key }) => key === own?.key)?.content;
    const url = store.variants.find(({ id }) => id === variantId)?.imageUrl ?? '';
    return content === undefined || url === '' ? [] : [{ variantId, content, url }];
  });
  const { given, missed } = await give(context, store.id, variantPictureSteps(product, { store, pairs, sent: carried, fetched, decides: false }));
  return { given, sent: [...carried, ...given], missed };
};

/** Of a product that is there: what Hike has new for them, where it owns images, and else what its creation missed. */
export const changeVariantPictures = async (
  context: JobContext,
  { seen, step, facts }: ProductWork<'update'>,
  { store, fetched, added }: { store: StoreProduct; fetched: readonly FetchedPicture[]; added: readonly VariantPair[] },
): Promise<VariantPictures> => {
  const linked = seen.product.variants.flatMap(({ id: hikeId }): VariantPair[] => {
    const variantId = facts.variantLinks.get(hikeId);
    return variantId === undefined ? [] : [{ hikeId, variantId }];
  });
  const pairs = [...new Map([...linked, ...step.newLinks.variants, ...added].map((pair) => [pair.hikeId, pair])).values()];
  const sent = sentVariantPicturesOf(seen, step.productId).filter(({ variantId }) => pairs.some((pair) => pair.variantId === variantId));
  const decides = context.settings.catalogue.owners.images === 'hike';
  const { given, missed } = await give(context, step.productId, variantPictureSteps(seen.product, { store, pairs, sent, fetched, decides }));
  return { given, sent: [...sent.filter(({ variantId }) => given.every((one) => one.variantId !== variantId)), ...given], missed };
};

type Step = VariantPictureStep<FetchedPicture>;
type Given = Omit<VariantPictures, 'sent'>;

/** A variant has one picture, so one that is given twice does no harm. */
const give = async (context: JobContext, productId: ProductId, steps: readonly Step[]): Promise<Given> => {
  const done: Given = { given: [], missed: steps.filter(({ picture }) => !isTaken(picture)).map(({ picture }) => notTaken(picture)) };
  const taken = steps.filter(({ picture }) => isTaken(picture));
  const asFiles = taken.filter(({ picture }) => needsFile(picture));
  for (const some of chunksOf(taken.filter(({ picture }) => !needsFile(picture)), VARIANTS_PER_CALL)) {
    const outcomes = await context.bigcommerce.catalogue.updateVariants(some.map(({ variantId: id, picture }) => ({ id, productId, picture: byAddress(picture) })));
    for (const step of some) {
      const outcome = outcomes.get(step.variantId);
      if (outcome?.kind === 'refused' && outcome.problem.code === 'image-unreachable') asFiles.push(step);
      else note(done, step, outcome);
    }
  }
  for (const step of asFiles) await giveFile(context, productId, { step, done });
  return done;
};

const giveFile = async (context: JobContext, productId: ProductId, { step, done }: { step: Step; done: Given }): Promise<void> => {
  const file: ImageDraft['source'] | Problem = await asFile(context, step.picture);
  if (isProblem(file)) done.missed.push(file);
  else if (file.kind === 'file' && file.bytes.length > LARGEST_FILE) done.missed.push(notTaken(step.picture));
  else note(done, step, (await context.bigcommerce.catalogue.updateVariants([{ id: step.variantId, productId, picture: file }])).get(step.variantId));
};

/** A variant that is gone meanwhile is the next look's affair. */
const note = ({ given, missed }: Given, { variantId, picture: { content, url } }: Step, outcome: MemberOutcome | undefined): void => {
  if (outcome?.kind === 'done') given.push({ variantId, content, url: outcome.imageUrl ?? '' });
  if (outcome?.kind === 'refused') missed.push(outcome.problem.code === 'refused-by-bigcommerce' ? problem(outcome.problem.code, { message: `the picture ${url}: ${outcome.problem.details.message ?? ''}` }) : outcome.problem);
};

/** The product as BigCommerce shows it afterwards. */
export const withImagesOfVariants = (store: StoreProduct, given: readonly SentVariantPicture[]): StoreProduct => {
  if (given.length === 0) return store;
  const urls = new Map(given.map(({ variantId, url }) => [variantId, url]));
  return { ...store, variants: store.variants.map((variant) => ({ ...variant, imageUrl: urls.get(variant.id) ?? variant.imageUrl })) };
};
