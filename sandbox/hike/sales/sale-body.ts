import { z } from 'zod';
import { amount, anyCase, dateTime, orElse } from '../wire/wire-types.ts';

const id = orElse(z.number().int(), null);
const words = orElse(z.string(), null);
const yes = orElse(z.boolean(), true);
const no = orElse(z.boolean(), false);
const zero = orElse(amount, 0);
const list = orElse(z.array(z.unknown()), [] as unknown[]);
/** Hike may compute these; a caller that states one is held to it. */
const computed = amount.nullish();

const line = anyCase(
  z.object({
    id,
    invoiceItemType: orElse(z.number().int(), 0),
    invoiceItemValue: id,
    invoiceItemValueParent: id,
    sequence: orElse(z.number().int(), null),
    title: words,
    sku: words,
    barcode: words,
    description: words,
    notes: words,
    category: list,
    brand: words,
    tags: list,
    season: words,
    itemCost: zero,
    retailPrice: amount,
    soldPrice: computed,
    quantity: amount,
    refundedQuantity: zero,
    discountedQty: zero,
    backOrderQty: zero,
    discountIsAsPercentage: yes,
    discountValue: zero,
    totalDiscount: computed,
    totalAmount: computed,
    taxExclusiveTotalAmount: computed,
    effectiveAmount: computed,
    taxId: z.number().int(),
    taxName: words,
    taxRate: computed,
    taxAmount: computed,
    lineItemTaxes: list,
    invoiceLineSubItems: list,
    actionType: orElse(z.union([z.number(), z.string()]), 1),
    salesCode: words,
    loyaltyPoints: zero,
    offerId: id,
    serialNumber: words,
    isActive: yes,
  }),
);

const payment = anyCase(
  z.object({
    id,
    paymentOptionId: z.number().int(),
    paymentOptionName: words,
    paymentOptionType: orElse(z.number().int(), null),
    tenderedAmount: computed,
    amount,
    roundingAmount: zero,
    isPaid: yes,
    isDeleted: no,
    outletId: id,
    registerId: id,
    registerClosureId: id,
    actionType: orElse(z.union([z.number(), z.string()]), 1),
    paymentDate: dateTime.nullish(),
    paymentFrom: orElse(z.number().int(), 3),
    servedBy: words,
    invoicePaymentDetails: list,
    creationTime: dateTime.nullish(),
    creatorUserId: id,
  }),
);

/** The body of `sales/create`: names and misspellings are the vendor's. */
export const saleBody = anyCase(
  z.object({
    id,
    number: words,
    transactionDate: dateTime.nullish(),
    finalizeDate: dateTime.nullish(),
    customerId: id,
    customerName: words,
    customerGroupId: id,
    customerGroupDiscount: zero,
    customerGroupDiscountNote: words,
    outletId: z.number().int(),
    registerId: z.number().int(),
    barcode: words,
    status: z.union([z.string(), z.number()]),
    taxInclusive: z.boolean(),
    applyTaxAfterDiscount: yes,
    discountIsAsPercentage: yes,
    discountValue: zero,
    discountNote: words,
    tipIsAsPercentage: no,
    tipValue: zero,
    totalTip: computed,
    subTotal: computed,
    giftCardTotal: zero,
    totalDiscount: computed,
    otherCharges: zero,
    roundingAmount: zero,
    changeAmount: computed,
    totalShippingCost: zero,
    shippingTaxAmount: zero,
    shippingTaxId: id,
    shippingTaxRate: computed,
    shippingTaxName: words,
    totalTax: computed,
    netAmount: amount,
    totalPaid: computed,
    totalTender: computed,
    currency: words,
    servedBy: id,
    servedByName: words,
    note: words,
    isReStockWhenRefund: no,
    referenceInvoiceId: id,
    referenceNote: words,
    trackURL: words,
    trackDetails: list,
    doNotUpdateInvenotry: no,
    invoiceFrom: orElse(z.number().int(), null),
    thirdPartySyncStatus: zero,
    customerCurrentLoyaltyPoints: zero,
    loyaltyPoints: zero,
    loyaltyPointsValue: zero,
    isActive: yes,
    invoiceLineItems: z.array(line).min(1, 'A sale needs at least one line.'),
    invoicePayments: orElse(z.array(payment), []),
  }),
);

export type SaleBody = z.output<typeof saleBody>;
export type SaleLineBody = SaleBody['invoiceLineItems'][number];
export type SalePaymentBody = SaleBody['invoicePayments'][number];
