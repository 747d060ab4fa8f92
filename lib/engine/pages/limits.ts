/*
 * The platforms' limits as pages tell of them; the adapters keep to what each answer says.
 */

/** Hike: per shop, both windows roll (reference: hike-api 2.2). */
export const HIKE_CALLS_PER_DAY = 5_000;
export const HIKE_CALLS_PER_MINUTE = 60;

/** BigCommerce: 150 in 30 seconds on Standard and Plus (reference: bigcommerce 5.1); larger plans are quicker, as their headers tell before long. */
export const STANDARD_CALLS_PER_SECOND = 5;

/** What one call reads. */
export const HIKE_ROWS_PER_PAGE = 100;
export const STORE_PRODUCTS_PER_PAGE = 250;

export const DAY_MS = 24 * 60 * 60_000;
