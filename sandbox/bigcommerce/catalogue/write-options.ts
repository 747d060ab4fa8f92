import { ApiRefusal } from '../api-refusal.ts';
import { nextId, type Product, type ProductOption, type Store } from '../model/store.ts';
import { note, type Platform } from '../platform.ts';
import type { OptionPost, OptionValuePost, VariantPost } from './product-input.ts';

const VALUES = 250;

type Chosen = VariantPost['option_values'];

/** Products of the V2 API with an option set take no options of V3. */
export function assertTakesOptions(product: Product): void {
  if (product.oldOptionSet) throw new ApiRefusal(422, 'This product uses a V2 option set, so V3 options and variants cannot be added to it.', { option_set_id: 'not supported' });
}

function addValue(store: Store, option: ProductOption, input: OptionValuePost) {
  if (option.values.length >= VALUES) throw new ApiRefusal(422, `An option has at most ${VALUES} values.`, { option_values: 'too many' });
  if (option.values.some((value) => value.label === input.label)) throw new ApiRefusal(422, 'The option value is a duplicate.', { label: 'duplicate' });
  const value = { id: nextId(store, 'optionValue', 90), label: input.label, sortOrder: input.sort_order, isDefault: input.is_default ?? false };
  option.values.push(value);
  return value;
}

function newOption(store: Store, product: Product, input: Pick<OptionPost, 'display_name' | 'type' | 'sort_order'>): ProductOption {
  const option: ProductOption = { id: nextId(store, 'option', 110), displayName: input.display_name, type: input.type, sortOrder: input.sort_order ?? product.options.length, values: [] };
  product.options.push(option);
  return option;
}

export function addOption(platform: Platform, store: Store, target: { product: Product; input: OptionPost }): ProductOption {
  const { product, input } = target;
  assertTakesOptions(product);
  if (product.options.some((option) => option.displayName === input.display_name)) throw new ApiRefusal(409, 'The option name is a duplicate.', { display_name: 'duplicate' });
  const option = newOption(store, product, input);
  for (const value of input.option_values) addValue(store, option, value);
  note(platform, store, { kind: 'option.created', id: option.id, reference: option.displayName, data: { productId: product.id } });
  return option;
}

export function addOptionValue(platform: Platform, store: Store, target: { product: Product; option: ProductOption; input: OptionValuePost }) {
  assertTakesOptions(target.product);
  const value = addValue(store, target.option, target.input);
  note(platform, store, { kind: 'option.value.created', id: value.id, reference: value.label, data: { productId: target.product.id, optionId: target.option.id } });
  return value;
}

/** On a product that exists, a variant names its values by their ids: new values are made before it. */
export function chosenById(product: Product, values: Chosen) {
  const chosen = values.map((wanted) => {
    const option = product.options.find((candidate) => candidate.id === wanted.option_id);
    const value = option?.values.find((candidate) => candidate.id === wanted.id);
    if (!option || !value) throw new ApiRefusal(422, 'The option values of the variant are invalid.', { option_values: 'id and option_id must name a value of an option of this product' });
    return { id: value.id, optionId: option.id };
  });
  const whole = new Set(chosen.map((value) => value.optionId)).size === product.options.length;
  if (!whole) throw new ApiRefusal(422, 'The option values of the variant are invalid.', { option_values: 'one value of every option is needed' });
  return chosen;
}

/** While a product is created, its options and their values are made from what its variants name. */
export function chosenByName(store: Store, product: Product, values: Chosen) {
  return values.map(({ option_display_name: name = '', label = '' }) => {
    const option = product.options.find((candidate) => candidate.displayName === name) ?? newOption(store, product, { display_name: name, type: 'dropdown' });
    const value = option.values.find((candidate) => candidate.label === label) ?? addValue(store, option, { label, sort_order: option.values.length });
    return { id: value.id, optionId: option.id };
  });
}

/** Checks the variants of a product that is about to be created, so that a refusal leaves nothing behind. */
export function assertVariantsFit(variants: VariantPost[]): void {
  const labels = new Map<string, Set<string>>();
  const combinations = new Set<string>();
  const invalid = (index: number, reason: string) => new ApiRefusal(422, 'The variants of the product are invalid.', { [`variants.${index}.option_values`]: reason });
  variants.forEach(({ option_values: values }, index) => {
    for (const { option_display_name: name = '', label = '' } of values) {
      if (name === '' || label === '') throw invalid(index, 'option_display_name and label are required');
      const known = labels.get(name) ?? new Set();
      labels.set(name, known.add(label));
      if (known.size > VALUES) throw invalid(index, `an option has at most ${VALUES} values`);
    }
    combinations.add(JSON.stringify(values.map((value) => [value.option_display_name, value.label]).sort()));
    if (combinations.size !== index + 1) throw invalid(index, 'a variant with these option values already exists');
  });
  const uneven = variants.findIndex(({ option_values: values }) => new Set(values.map((value) => value.option_display_name)).size !== labels.size);
  if (uneven >= 0) throw invalid(uneven, 'one value of every option is needed');
}
