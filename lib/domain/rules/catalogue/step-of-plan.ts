import type { ProductId } from '../../ids';
import type { ProductChange, ProductDraft, VariantChange, VariantDraft } from '../../store-product';
import type { VariantPair } from './match-variants';

/** Links to save; `productId` is `null` where the product is linked already. */
export interface NewLinks {
  productId: ProductId | null;
  variants: VariantPair[];
}

/** What the sync does about one product. */
export type Step =
  /** `missingCategories` are created first, then the product is planned again. */
  | { kind: 'create'; draft: ProductDraft; missingCategories: string[] }
  | {
      kind: 'update';
      productId: ProductId;
      change: ProductChange | null;
      variantChanges: VariantChange[];
      missingVariants: VariantDraft[];
      newLinks: NewLinks;
      missingCategories: string[];
      /** Hike owns the images and has others than were sent: see `imageSteps`. */
      imagesDiffer: boolean;
    }
  /** Only links to save: both sides agree. */
  | { kind: 'link'; productId: ProductId; newLinks: NewLinks }
  | { kind: 'remove'; how: 'hide' | 'delete'; productId: ProductId }
  | { kind: 'nothing' };
