import type { Sale } from '../sale';

/**
 * What of a sale the rules look at, as one text that the engine hashes: equal texts mean that nothing is to be done.
 * `modifiedAt` and the note stay out, for a touch without a change must not cost a call.
 */
export const saleFingerprintParts = (sale: Sale): string =>
  JSON.stringify([
    sale.id,
    sale.number,
    sale.status,
    sale.transactionDate,
    sale.registerId,
    sale.customerId,
    sale.taxInclusive,
    sale.currency,
    sale.lines.map(({ productId, title, sku, quantity, total, tax }) => [productId, title, sku, quantity, total.minor, tax.minor]),
    [sale.shipping, sale.shippingTax, sale.tip, sale.rounding, sale.discount, sale.totalTax, sale.net, sale.paid].map(({ minor }) => minor),
    sale.payments.map(({ typeId, name, amount }) => [typeId, name, amount.minor]),
    sale.originalSaleId,
    sale.source,
  ]);
