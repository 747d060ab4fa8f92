import type { VariantId } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import type { ProductChange, StoreProduct, StoreVariant, VariantChange, VariantDraft } from '../../../domain/store-product';

interface Written {
  change: ProductChange | null;
  variantChanges: readonly VariantChange[];
  added: readonly { id: VariantId; draft: VariantDraft }[];
  /** When BigCommerce answered. */
  at: Instant;
}

/** The product as BigCommerce has it after what we wrote: no answer of a batch is needed to know it. */
export const withChanges = (store: StoreProduct, { change, variantChanges, added, at }: Written): StoreProduct => {
  const product = change === null ? store : { ...store, ...change };
  // A product without options is its only variant: SKU and barcode are the same field.
  const shared = store.options.length === 0 && change !== null ? pick(change) : {};
  const changes = new Map(variantChanges.map(({ id, productId: _, ...fields }) => [id, fields]));
  const variants = store.variants.map((variant) => ({ ...variant, ...shared, ...changes.get(variant.id) }));
  return { ...product, variants: [...variants, ...added.map(variantOf)], modifiedAt: at };
};

const pick = ({ sku, barcode }: ProductChange): Pick<Partial<StoreVariant>, 'sku' | 'barcode'> => ({
  ...(sku === undefined ? {} : { sku }),
  ...(barcode === undefined ? {} : { barcode }),
});

const variantOf = ({ id, draft }: Written['added'][number]): StoreVariant => ({
  id,
  sku: draft.sku,
  barcode: draft.barcode ?? '',
  values: draft.values,
  price: draft.price ?? null,
  salePrice: draft.salePrice ?? null,
  retailPrice: draft.retailPrice ?? null,
  isPurchasable: true,
  imageUrl: '',
});
