/** SKUs compare trimmed and without case, as both sides hold them unique (reference: bigcommerce 7.1, hike-api 4.1). */
export const skuKey = (sku: string): string => sku.trim().toLowerCase();
