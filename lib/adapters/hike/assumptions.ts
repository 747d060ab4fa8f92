/**
 * What this adapter believes about Hike's API without proof. Marks as in the reference: [inferred] a reading of other
 * facts, [POS client] seen in the till's own data model, [seen in code] done by callers whose success nobody recorded.
 * docs/assumptions.md repeats each with what breaks when it is wrong.
 */

/**
 * [inferred] `sales/create` takes the status by its name; a number is the alternative.
 * Test: post one parked sale and read it back.
 */
export const STATUS_TRAVELS_BY_NAME = true;

/**
 * [POS client] `invoiceItemValue` names the product (a variant by the child's own id) and moves its stock.
 * Test: sell one unit through the API, compare `on_hand_inventory` before and after.
 */
export const LINE_PRODUCT_FIELD = 'invoiceItemValue';

/**
 * [inferred] A custom line (type 2) needs no product. Test: post a sale with one custom line.
 */
export const CUSTOM_LINE_TYPE = 2;

/**
 * [POS client] `invoiceFrom` may be written; 5 marks the sale as BigCommerce's. `null` leaves it out.
 * Test: post a sale with 5 and read `invoiceFrom` back.
 */
export const SALE_SOURCE: number | null = 5;

/**
 * [inferred] A difference of a few cents may stand in `roundingAmount`, as part of `netAmount`.
 * Test: post a sale with a rounding of 0.01 and read `netAmount` back.
 */
export const ROUNDING_IS_PART_OF_NET = true;

/**
 * [POS client] The tax of shipping is named by `shippingTaxId`, `shippingTaxName`, `shippingTaxRate` beside the proven amount.
 * Test: post a sale with shipping and look at its tax in Hike's tax report.
 */
export const NAME_SHIPPING_TAX = true;

/**
 * [inferred] `sales/create` with an `id` updates; the whole object must be sent, or what is missing is cleared.
 * Test: park a sale, post it again with its `id` and status Completed, count the sales.
 */
export const POST_WITH_ID_UPDATES = true;

/**
 * [inferred] `invoice_range_from` and `invoice_range_to` filter on the transaction date. A sale is looked for this far
 * on either side of its date: a minute, in case Hike cuts seconds, then more than a day, in case it reads the range in
 * the shop's zone. Test: list a range that ends at the exact second of a known sale.
 */
export const LOOK_AROUND_MS: readonly number[] = [60_000, 26 * 60 * 60 * 1000];

/**
 * [inferred] `Sorting` takes a direction. Only the newest sale's currency and tax mode are read this way; were it
 * ignored, an older sale of the same year would tell the same. Test: compare the first items of both directions.
 */
export const NEWEST_FIRST = 'transactionDate desc';

/**
 * [seen in code] A customer's address is taken on creation when it and its two id fields say 0; sent otherwise Hike
 * answered 500. Test: create a customer with an address, read it back; on a 500 switch this off.
 */
export const SEND_CUSTOMER_ADDRESS = true;

/**
 * [seen in code] Lifetime of an access token when the answer names none. Test: connect, look at `expires_in`.
 */
export const TOKEN_LIFETIME_SECONDS = 604_800;

/**
 * [seen in code] A refresh may answer without a refresh token; then the old one still holds. Test: refresh twice.
 */
export const REFRESH_TOKEN_MAY_STAY = true;

/**
 * [inferred] Date-times without an offset are UTC. Test: ring up a sale in a shop far from UTC, read its date.
 */
export const BARE_TIMES_ARE_UTC = true;

/**
 * [inferred] `page_size` 100 is accepted by every list; callers use 20 to 500. Test: ask for 100 of a longer list.
 */
export const PAGE_SIZE = 100;

/**
 * [inferred] `Sync_From` filters customers as it does products. Test: change one customer, list with a time just before.
 */
export const CUSTOMERS_SYNC_FROM = true;

/**
 * [POS client] Number of the eCommerce channel in `sales_channels`. A product whose list lacks it is not sent online.
 * Test: tick eCommerce on one product of two, read both.
 */
export const ECOMMERCE_CHANNEL = '2';

/**
 * [inferred] Members of `product_attributes` that may hold an option's name, the first that is there counts; where none
 * is, options are called "Option 1" and so on. Test: read a product with variants.
 */
export const OPTION_NAME_FIELDS: readonly string[] = ['attribute_name', 'name'];

/**
 * [inferred] Images of a variant (`variant_images`) have the members of `additional_images`. Test: read a variant with a
 * picture of its own.
 */
export const VARIANT_IMAGES_LIKE_PRODUCT_IMAGES = true;

/**
 * [inferred] A brand is created or found by its name in `bran_name`, a type by `type_name` with `type_id` 0.
 * Test: create a product with a new brand and type, read it back.
 */
export const NAMES_MAKE_BRANDS_AND_TYPES = true;

/**
 * [inferred] A picture may be given by its address when a product is created (the CSV import has such a column).
 * Test: create a product with one, read `additional_images` back; on a refusal switch this off.
 */
export const SEND_IMAGE_URLS = true;
