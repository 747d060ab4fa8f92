import type { ProductField } from '../../catalogue-words';
import type { VariantId } from '../../ids';
import type { Decimal } from '../../money';
import type { FieldChange } from '../../product-plan';
import type { ProductChange, VariantChange } from '../../store-product';

interface MoveOf<On, Change> {
  field: ProductField;
  on: On;
  change: Change;
  /** `null`: nothing that a person would see moves. */
  shown: FieldChange | null;
  price?: { before: Decimal; after: Decimal };
}

/** One field that differs, whoever owns it: on the product itself (`null`) or on a variant, for the wire and for a person. */
export type ProductMove = MoveOf<null, Omit<ProductChange, 'id'>> | MoveOf<VariantId, Omit<VariantChange, 'id' | 'productId'>>;
