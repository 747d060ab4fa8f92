import { amount, withoutTax, withTax, type Amount } from '../model/amount.ts';
import type { LineOption, OrderLine } from '../model/order.ts';
import { nextId, taxRate, type Product, type Store, type Variant } from '../model/store.ts';

/** The unit price as the store enters prices: the variant's own, else the sale price, else the price. */
function shelfPrice(product: Product, variant: Variant): Amount {
  const sale = Number(product.fields['sale_price'] ?? 0);
  return amount(variant.fields.price ?? (sale > 0 ? sale : product.fields.price));
}

function optionsOf(product: Product, variant: Variant): LineOption[] {
  return variant.optionValues.flatMap((chosen) => {
    const option = product.options.find((candidate) => candidate.id === chosen.optionId);
    const value = option?.values.find((candidate) => candidate.id === chosen.id);
    return option && value ? [{ optionId: option.id, displayName: option.displayName, displayValue: value.label, valueId: value.id }] : [];
  });
}

const BLANK = {
  discounts: [],
  wrapping: null,
  quantityShipped: 0,
  quantityRefunded: 0,
  addressId: 0,
  pickupMethodId: 0,
  stockTaken: 0,
  totalEx: 0,
  totalInc: 0,
  discountedEx: 0,
  discountedInc: 0,
};

export function catalogueLine(store: Store, item: { product: Product; variant: Variant }, quantity: number): OrderLine {
  const { product, variant } = item;
  const rate = taxRate(store, product.fields.tax_class_id);
  const base = shelfPrice(product, variant);
  const inclusive = store.settings.priceEnteredWithTax;
  return {
    ...structuredClone(BLANK),
    id: nextId(store, 'orderProduct'),
    productId: product.id,
    variantId: variant.id,
    name: product.fields.name,
    nameMerchant: product.fields.name,
    sku: variant.sku,
    upc: variant.fields.upc,
    brand: store.brands.get(product.fields.brand_id)?.name ?? '',
    type: product.fields.type,
    quantity,
    basePrice: base,
    priceEx: inclusive ? withoutTax(base, rate) : base,
    priceInc: inclusive ? base : withTax(base, rate),
    costPrice: amount(variant.fields.cost_price ?? Number(product.fields['cost_price'] ?? 0)),
    weight: amount(Number(product.fields['weight'] ?? 0)),
    taxClassId: product.fields.tax_class_id,
    taxRate: rate,
    overridden: false,
    options: optionsOf(product, variant),
  };
}

export interface CustomLineInput {
  name: string;
  quantity: number;
  priceEx: Amount;
  priceInc: Amount;
  sku?: string | undefined;
  upc?: string | undefined;
}

/** A line that is in no catalogue: `product_id` 0, no stock. */
export function customLine(store: Store, input: CustomLineInput): OrderLine {
  return {
    ...structuredClone(BLANK),
    id: nextId(store, 'orderProduct'),
    productId: 0,
    variantId: 0,
    name: input.name,
    nameMerchant: input.name,
    sku: input.sku ?? '',
    upc: input.upc ?? '',
    brand: '',
    type: 'physical',
    quantity: input.quantity,
    basePrice: store.settings.priceEnteredWithTax ? input.priceInc : input.priceEx,
    priceEx: input.priceEx,
    priceInc: input.priceInc,
    costPrice: 0,
    weight: 0,
    taxClassId: 0,
    taxRate: input.priceEx === 0 ? 0 : Math.round(((input.priceInc - input.priceEx) * 10_000) / input.priceEx),
    overridden: true,
    options: [],
  };
}
