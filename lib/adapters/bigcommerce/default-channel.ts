/** The channel of the default storefront (reference: bigcommerce 6.3, 7.1). */
export const DEFAULT_CHANNEL = 1;
