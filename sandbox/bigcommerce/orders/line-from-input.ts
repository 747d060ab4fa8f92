import { ApiRefusal, invalidField } from '../api-refusal.ts';
import { variantsOf } from '../catalogue/stock.ts';
import type { Cost, Fee, OrderLine } from '../model/order.ts';
import { nextId, taxRate, type Store, type Variant } from '../model/store.ts';
import { catalogueLine, customLine } from './catalogue-line.ts';
import type { FeeInput, LineInput } from './order-input.ts';

function variantFor(store: Store, productId: number, input: LineInput): Variant {
  const variants = variantsOf(store, productId);
  if (input.variant_id !== undefined) {
    const named = variants.find((variant) => variant.id === input.variant_id);
    if (!named) throw invalidField('variant_id', `The product ${productId} has no variant ${input.variant_id}.`);
    return named;
  }
  const only = variants[0];
  if (only && only.optionValues.length === 0) return only;
  const chosen = input.product_options ?? [];
  const matching = variants.find((variant) =>
    variant.optionValues.every((value) => chosen.some((option) => option.id === value.optionId && option.value === String(value.id))),
  );
  if (!matching) throw new ApiRefusal(400, `Product options are required for the product ${productId}.`, { invalid_reason: 'missing_options', product_id: String(productId) });
  return matching;
}

function withPrices(line: OrderLine, input: LineInput): OrderLine {
  const { price_ex_tax: ex, price_inc_tax: inc } = input;
  if (ex === undefined && inc === undefined) return line;
  if (ex === undefined || inc === undefined) throw invalidField(ex === undefined ? 'price_ex_tax' : 'price_inc_tax', "'price_ex_tax' and 'price_inc_tax' must be given together.");
  return { ...line, priceEx: ex, priceInc: inc, overridden: true };
}

function wrappingOf(input: LineInput): OrderLine['wrapping'] {
  const { wrapping_cost_ex_tax: ex, wrapping_cost_inc_tax: inc } = input;
  if (ex === undefined && inc === undefined && input.wrapping_name === undefined) return null;
  const cost: Cost = { base: inc ?? ex ?? 0, ex: ex ?? inc ?? 0, inc: inc ?? ex ?? 0 };
  return { name: input.wrapping_name ?? '', message: input.wrapping_message ?? '', cost };
}

/** A line of POST, or a new line of PUT: from the catalogue when it names a product, else a custom one. */
export function lineFromInput(store: Store, input: LineInput): OrderLine {
  const quantity = input.quantity ?? 1;
  if (quantity < 1) throw invalidField('quantity', 'The quantity must be at least 1.');
  if (input.product_id === undefined || input.product_id === 0) {
    const { name, price_ex_tax: priceEx, price_inc_tax: priceInc } = input;
    if (name === undefined) throw invalidField('name', 'A custom product needs a name.');
    if (input.quantity === undefined) throw invalidField('quantity', 'A custom product needs a quantity.');
    if (priceEx === undefined || priceInc === undefined) throw invalidField('price_inc_tax', 'A custom product needs price_inc_tax and price_ex_tax.');
    return customLine(store, { name, quantity, priceEx, priceInc, sku: input.sku, upc: input.upc });
  }
  const product = store.products.get(input.product_id);
  if (!product) throw invalidField('product_id', `There is no product ${input.product_id}.`);
  const line = catalogueLine(store, { product, variant: variantFor(store, product.id, input) }, quantity);
  const named = { name: input.name ?? line.name, nameMerchant: input.name_merchant ?? line.nameMerchant, upc: input.upc ?? line.upc };
  return { ...withPrices({ ...line, ...named }, input), wrapping: wrappingOf(input) };
}

/** Two of the three costs of a fee say the third. */
export function feeFromInput(store: Store, input: FeeInput): Fee {
  const { cost_ex_tax: ex, cost_inc_tax: inc, cost_tax: tax } = input;
  if ([ex, inc, tax].filter((value) => value !== undefined).length < 2) throw invalidField('fees', 'A fee needs two of cost_ex_tax, cost_inc_tax and cost_tax.');
  const known = { ex: ex ?? (inc ?? 0) - (tax ?? 0), inc: inc ?? (ex ?? 0) + (tax ?? 0) };
  const taxClassId = input.tax_class_id ?? null;
  if (taxClassId !== null && taxRate(store, taxClassId) === undefined) throw invalidField('tax_class_id', `There is no tax class ${taxClassId}.`);
  const name = input.display_name_customer ?? input.display_name_merchant ?? '';
  return {
    id: nextId(store, 'fee'),
    nameCustomer: name,
    nameMerchant: input.display_name_merchant ?? name,
    source: input.source ?? '',
    cost: { base: store.settings.priceEnteredWithTax ? known.inc : known.ex, ...known },
    taxClassId,
  };
}
