import type { Shop } from '../state/shop.ts';
import type { Sale } from './sale.ts';

type Choices = Pick<Shop, 'outlets' | 'registers' | 'paymentTypes' | 'taxes'>;

/** The shop as a new sale may use it: what was switched off is gone. */
function activeOnly(shop: Shop): Choices {
  return {
    outlets: shop.outlets.filter((outlet) => outlet.isActive),
    registers: shop.registers.filter((register) => register.isActive),
    paymentTypes: shop.paymentTypes.filter((type) => type.isActive),
    taxes: shop.taxes.filter((tax) => tax.isActive),
  };
}

/** A sale that exists keeps the rates it was made with, and may be paid off or voided after its register was switched off. */
function asItWas(shop: Shop, before: Sale): Choices {
  const rates = new Map(before.invoiceLineItems.map((line) => [line.taxId, line.taxRate]));
  return { ...shop, taxes: shop.taxes.map((tax) => ({ ...tax, rate: rates.get(tax.id) ?? tax.rate })) };
}

export function shopForSale(shop: Shop, before: Sale | undefined): Shop {
  return { ...shop, ...(before ? asItWas(shop, before) : activeOnly(shop)) };
}
