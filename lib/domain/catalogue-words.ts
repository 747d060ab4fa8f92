/*
 * The words of the catalogue without their schemas: pages list them, and a page need not load a schema library for a list.
 */

/** What of a product may have an owner; one field's owner never touches another's. */
export const PRODUCT_FIELDS = ['name', 'description', 'sku', 'barcode', 'brand', 'categories', 'tags', 'seo', 'price', 'images', 'visibility', 'stock'] as const;
export type ProductField = (typeof PRODUCT_FIELDS)[number];

/**
 * Who decides a field. `hike`: Hike's value is written when the product is created and whenever it changes.
 * `bigcommerce`: Hike's value is written at creation alone. `nobody`: never written by us.
 */
export const FIELD_OWNERS = ['hike', 'bigcommerce', 'nobody'] as const;
export type FieldOwner = (typeof FIELD_OWNERS)[number];

/**
 * Where a Hike product stands with BigCommerce. `create`, `update` and `unchanged` need nobody; `ambiguous` (several
 * candidates), `clash` (variants on one side, a single product on the other), `duplicate` (two Hike products share a
 * key) and `refused` (BigCommerce cannot hold it) need a person; `left-out` is not ticked for eCommerce or inactive and
 * was never sent; `removed` was sent and is gone, inactive or no longer ticked, and something is still to happen to it in
 * BigCommerce, or to be decided; `kept` was removed like that and stays there as it is, for sale or hidden; `ignored` was
 * put aside by a person.
 */
export const STANDINGS = ['create', 'update', 'unchanged', 'ambiguous', 'clash', 'duplicate', 'refused', 'left-out', 'removed', 'kept', 'ignored'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Nothing is done about these until a person decides, or mends one of the sides. */
export const NEEDING_A_PERSON = ['ambiguous', 'clash', 'duplicate', 'refused'] as const satisfies readonly Standing[];

export const STOCK_SIDES = ['hike', 'bigcommerce'] as const;

/**
 * Why a count moved. `hike-count`: Hike tells another count. `published`: we wrote it. `order`: BigCommerce took it for
 * an order. `restocked`: an order was cancelled or refunded. `outside`: BigCommerce's count moved and no order explains
 * it. `held`: we would have written zero, and wait for a person. `approved`: the person said yes.
 */
export const STOCK_REASONS = ['hike-count', 'published', 'order', 'restocked', 'outside', 'held', 'approved'] as const;

/**
 * Where a Hike customer stands with BigCommerce. `waiting`: to be sent. `no-details`: without all three of first name,
 * last name and e-mail, so never sent. `ask`: several customers share the e-mail, and a person chooses.
 */
export const CUSTOMER_STATES = ['waiting', 'linked', 'no-details', 'ask', 'refused', 'ignored'] as const;
export type CustomerState = (typeof CUSTOMER_STATES)[number];
