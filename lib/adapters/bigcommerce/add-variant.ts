import { z } from 'zod';
import { type ProductId, VariantId } from '../../domain/ids';
import { type Problem, problem } from '../../domain/problems';
import type { VariantDraft } from '../../domain/store-product';
import { RefusedByVendor } from '../../engine/ports/failures';
import type { BigCommerceCatalogue } from '../../engine/ports/bigcommerce';
import { textOrEmpty } from '../http/wire-values';
import type { BigCommerceApi } from './bigcommerce-api';
import { listPages } from './list-pages';
import { problemFromRefusal } from './problem-from-refusal';
import { addedVariantBody, newOptionValueBody } from './product-body';
import { variantChangeToWire } from './product-to-wire';
import { PRODUCTS } from './read-catalogue';
import { isMemberRefusal } from './together-or-singly';

const optionValue = z.object({ id: z.int(), label: textOrEmpty });
const option = z.object({ id: z.int(), display_name: textOrEmpty, option_values: z.array(optionValue).nullish() });
type Option = z.output<typeof option>;

const madeValue = z.object({ data: z.object({ id: z.int() }) });
const madeVariant = z.object({ data: z.object({ id: VariantId }) });

const folded = (text: string): string => text.trim().toLowerCase();

/** BigCommerce's own words tell neither. */
const named = (refusal: Problem, { productName, sku }: VariantDraft): Problem =>
  refusal.code === 'refused-by-bigcommerce' ? problem(refusal.code, { message: `“${productName}”, variant ${sku}: ${refusal.details.message ?? ''}` }) : refusal;

export const createAddVariant = (api: BigCommerceApi): BigCommerceCatalogue['addVariant'] => {
  const valueOf = async (productId: ProductId, { id: optionId, option_values: values }: Option, label: string): Promise<{ id: number; option_id: number }> => {
    const known = (values ?? []).find((value) => folded(value.label) === folded(label));
    if (known) return { id: known.id, option_id: optionId };
    const body = { schema: newOptionValueBody, value: { label, sort_order: (values ?? []).length } };
    const { data } = await api.send('POST', { path: `${PRODUCTS}/${productId}/options/${optionId}/values`, body }, madeValue);
    return { id: data.id, option_id: optionId };
  };

  const valuesOf = async ({ productId, values }: VariantDraft) => {
    const options = await listPages(api, { path: `${PRODUCTS}/${productId}/options`, query: {} }, option);
    const found: { id: number; option_id: number }[] = [];
    for (const { option: name, label } of values) {
      const known = options.find((one) => folded(one.display_name) === folded(name));
      if (!known) throw new RefusedByVendor({ side: 'bigcommerce', status: 422, reason: `The product has no option “${name}”.` });
      found.push(await valueOf(productId, known, label));
    }
    return found;
  };

  return async (draft) => {
    try {
      const value = { ...variantChangeToWire(draft), sku: draft.sku, option_values: await valuesOf(draft) };
      const { data } = await api.send('POST', { path: `${PRODUCTS}/${draft.productId}/variants`, body: { schema: addedVariantBody, value } }, madeVariant);
      return { kind: 'created', id: data.id };
    } catch (error) {
      if (!isMemberRefusal(error)) throw error;
      return { kind: 'refused', problem: named(problemFromRefusal(error, { product: draft.productName, skus: [draft.sku] }), draft) };
    }
  };
};
