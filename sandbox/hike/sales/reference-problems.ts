import { rowById } from '../products/product-index.ts';
import type { Shop } from '../state/shop.ts';
import type { FieldError } from '../wire/refusal.ts';
import type { Sale } from './sale.ts';
import type { SaleBody, SaleLineBody, SalePaymentBody } from './sale-body.ts';

/** Line types without a product of their own: gift card, custom, discount, other. */
const WITHOUT_PRODUCT = new Set([1, 2, 5, 100]);

function taxProblems(shop: Shop, line: SaleLineBody, at: string): FieldError[] {
  const tax = shop.taxes.find((other) => other.id === line.taxId);
  if (!tax) return [{ field: `${at}.taxId`, message: `There is no active tax ${line.taxId}.` }];
  if (line.taxRate !== undefined && line.taxRate !== null && line.taxRate !== tax.rate)
    return [{ field: `${at}.taxRate`, message: `The rate of tax "${tax.name}" is ${tax.rate}, not ${line.taxRate}.` }];
  return [];
}

function productProblems(shop: Shop, line: SaleLineBody, at: string): FieldError[] {
  if (WITHOUT_PRODUCT.has(line.invoiceItemType)) return [];
  const product = rowById(shop, line.invoiceItemValue);
  const field = `${at}.invoiceItemValue`;
  if (!product) return [{ field, message: `There is no product ${line.invoiceItemValue}.` }];
  if (product.has_variants) return [{ field, message: `Product ${product.id} has variants; sell one of them.` }];
  if (line.invoiceItemValueParent && line.invoiceItemValueParent !== product.parentId)
    return [{ field: `${at}.invoiceItemValueParent`, message: `Product ${product.id} is not a variant of ${line.invoiceItemValueParent}.` }];
  return [];
}

function paymentProblems(shop: Shop, payment: SalePaymentBody, at: string): FieldError[] {
  const type = shop.paymentTypes.find((other) => other.id === payment.paymentOptionId);
  if (!type) return [{ field: `${at}.paymentOptionId`, message: `There is no active payment type ${payment.paymentOptionId}.` }];
  if (payment.paymentOptionType !== null && payment.paymentOptionType !== type.payment_option_type)
    return [{ field: `${at}.paymentOptionType`, message: `Payment type "${type.payment_name}" is of type ${type.payment_option_type}, not ${payment.paymentOptionType}.` }];
  if (payment.registerId && !shop.registers.some((register) => register.id === payment.registerId))
    return [{ field: `${at}.registerId`, message: `There is no register ${payment.registerId}.` }];
  return [];
}

function placeProblems(shop: Shop, sale: SaleBody): FieldError[] {
  const outlet = shop.outlets.find((other) => other.id === sale.outletId);
  if (!outlet) return [{ field: 'outletId', message: `There is no active outlet ${sale.outletId}.` }];
  const register = shop.registers.find((other) => other.id === sale.registerId);
  if (!register) return [{ field: 'registerId', message: `There is no active register ${sale.registerId}.` }];
  if (register.outletID !== outlet.id)
    return [{ field: 'registerId', message: `Register "${register.name}" does not belong to outlet "${outlet.title}".` }];
  return [];
}

function headerProblems(shop: Shop, sale: SaleBody): FieldError[] {
  const problems: FieldError[] = [];
  if (sale.customerId && !shop.customers.some((customer) => customer.id === sale.customerId))
    problems.push({ field: 'customerId', message: `There is no customer ${sale.customerId}.` });
  if (sale.referenceInvoiceId && !shop.sales.some((other) => other.id === sale.referenceInvoiceId))
    problems.push({ field: 'referenceInvoiceId', message: `There is no sale ${sale.referenceInvoiceId}.` });
  if (sale.servedBy && !shop.users.some((user) => user.id === sale.servedBy))
    problems.push({ field: 'servedBy', message: `There is no user ${sale.servedBy}.` });
  if (sale.currency && sale.currency !== shop.currency)
    problems.push({ field: 'currency', message: `The shop trades in ${shop.currency}, not ${sale.currency}.` });
  if (sale.taxInclusive !== shop.taxInclusive && shop.unknowns.refusesOtherTaxMode)
    problems.push({ field: 'taxInclusive', message: `The shop's prices are ${shop.taxInclusive ? 'inclusive' : 'exclusive'} of tax.` });
  if (sale.shippingTaxId && !shop.taxes.some((tax) => tax.id === sale.shippingTaxId))
    problems.push({ field: 'shippingTaxId', message: `There is no active tax ${sale.shippingTaxId}.` });
  return problems;
}

/** Ids that do not exist in this shop (see `shopForSale`), or that do not belong together. */
export function referenceProblems(shop: Shop, sale: SaleBody, before: Sale | undefined): FieldError[] {
  // A product may have been deleted since it was sold.
  const sold = new Set(before?.invoiceLineItems.map((line) => line.invoiceItemValue));
  return [
    ...placeProblems(shop, sale),
    ...headerProblems(shop, sale),
    ...sale.invoiceLineItems.flatMap((line, index) => {
      const at = `invoiceLineItems[${index}]`;
      return [...(sold.has(line.invoiceItemValue) ? [] : productProblems(shop, line, at)), ...taxProblems(shop, line, at)];
    }),
    ...sale.invoicePayments.flatMap((payment, index) => paymentProblems(shop, payment, `invoicePayments[${index}]`)),
  ];
}
