import type { HikeProduct } from '../../hike-product';
import type { Settings } from '../../settings';
import { hasVariants } from './has-variants';
import { imagesOfProduct } from './images-of-product';
import type { Step } from './step-of-plan';
import { ownPictureOf } from './variant-pictures';

/* Members of a batch, and the longest address of a picture that BigCommerce fetches by itself (reference: bigcommerce 5.3, 7.1). */
export const PRODUCTS_PER_CALL = 10;
export const VARIANTS_PER_CALL = 50;
export const LONGEST_IMAGE_URL = 255;

/**
 * Calls to BigCommerce that the step costs: a part of one for what travels with others, one each for pictures and variants
 * that are added to what is there, and a look before the first such variant.
 */
export const callsOfStep = (step: Step, product: HikeProduct, { catalogue }: Settings): number => {
  const pictures = catalogue.owners.images === 'nobody' ? [] : imagesOfProduct(product);
  switch (step.kind) {
    case 'create':
      return 1 + pictures.filter(({ url }) => url.length > LONGEST_IMAGE_URL).length;
    case 'update': {
      const added = step.missingVariants.length;
      const ofVariants = hasVariants(product) ? product.variants.filter((variant) => ownPictureOf(variant) !== null).length : 0;
      // The whole list of categories is read before it is written.
      const ofProduct = step.change?.categories === undefined ? 1 : 2;
      const batched = (step.change === null ? 0 : ofProduct / PRODUCTS_PER_CALL) + step.variantChanges.length / VARIANTS_PER_CALL;
      return batched + added + (added > 0 ? 1 : 0) + (step.imagesDiffer ? pictures.length + ofVariants / VARIANTS_PER_CALL : 0);
    }
    case 'remove':
      return 1;
    case 'link':
    case 'nothing':
      return 0;
    default:
      return step satisfies never;
  }
};
