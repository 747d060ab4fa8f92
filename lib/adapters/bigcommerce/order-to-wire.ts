import type { z } from 'zod';
import { decimalFromMoney, type Money } from '../../domain/money';
import type { Address, OrderChange, OrderDraft, OrderLineDraft } from '../../domain/order';
import type { billingAddressBody, OrderBody, orderChangeBody, OrderFeeBody, OrderLineBody } from './order-body';
import { rfc2822FromInstant } from './rfc2822';

const LONGEST_NAME = 250;
const LONGEST_NOTES = 65_535;
/** BigCommerce wants a postcode of two characters or more, and a walk-in customer has none. */
const NO_POSTCODE = '0000';

const amountOf = decimalFromMoney;
/** Prices of lines are numbers in the contract; written from the decimal text, never computed with. */
const priceOf = (amount: Money): number => Number(decimalFromMoney(amount));

const addressToWire = (address: Address): z.output<typeof billingAddressBody> => {
  const parts = {
    first_name: address.firstName,
    last_name: address.lastName,
    company: address.company,
    street_1: address.street1,
    street_2: address.street2,
    city: address.city,
    state: address.state,
    country: address.country,
    country_iso2: address.countryCode,
    phone: address.phone,
    email: address.email,
  };
  const postcode = address.postcode.trim();
  return { ...Object.fromEntries(Object.entries(parts).filter(([, part]) => part.trim() !== '')), zip: postcode.length >= 2 ? postcode : NO_POSTCODE };
};

const lineToWire = ({ variant, name, sku, quantity, unit }: OrderLineDraft): OrderLineBody => {
  const prices = { quantity, price_inc_tax: priceOf(unit.incTax), price_ex_tax: priceOf(unit.exTax) };
  if (variant) return { product_id: variant.productId, variant_id: variant.variantId, ...prices };
  return { name: name.trim().slice(0, LONGEST_NAME) || 'Item', ...(sku.trim() !== '' && { sku: sku.trim() }), ...prices };
};

const feeToWire = ({ name, amount }: OrderDraft['fees'][number]): OrderFeeBody => ({
  type: 'custom_fee',
  display_name_customer: name,
  display_name_merchant: name,
  source: 'Hike',
  cost_inc_tax: amountOf(amount.incTax),
  cost_ex_tax: amountOf(amount.exTax),
});

export const orderToWire = (draft: OrderDraft, appId: string): OrderBody => ({
  status_id: draft.statusId,
  customer_id: draft.customerId ?? 0,
  date_created: rfc2822FromInstant(draft.createdAt),
  external_order_id: String(draft.saleId),
  external_source: appId,
  billing_address: addressToWire(draft.billing),
  products: draft.lines.map(lineToWire),
  ...(draft.fees.length > 0 && { fees: draft.fees.map(feeToWire) }),
  discount_amount: amountOf(draft.discount),
  subtotal_inc_tax: amountOf(draft.subtotal.incTax),
  subtotal_ex_tax: amountOf(draft.subtotal.exTax),
  shipping_cost_inc_tax: amountOf(draft.shipping.incTax),
  shipping_cost_ex_tax: amountOf(draft.shipping.exTax),
  total_inc_tax: amountOf(draft.total.incTax),
  total_ex_tax: amountOf(draft.total.exTax),
  payment_method: draft.paymentMethod,
  staff_notes: draft.staffNotes.slice(0, LONGEST_NOTES),
});

export const orderChangeToWire = ({ statusId, staffNotes, paymentMethod }: OrderChange): z.output<typeof orderChangeBody> => ({
  status_id: statusId,
  ...(staffNotes !== undefined && { staff_notes: staffNotes.slice(0, LONGEST_NOTES) }),
  ...(paymentMethod !== undefined && { payment_method: paymentMethod }),
});
