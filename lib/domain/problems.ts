import { z } from 'zod';
import { fillIn } from './fill-in';

/** What a page offers beside a problem: the button that leads to the fix. */
export type ProblemAction = 'open-settings' | 'reconnect-hike' | 'reinstall' | 'retry' | 'link-product' | 'open-products' | 'open-stock' | 'choose-customer' | 'open-order' | 'open-comparison' | 'none';

interface ProblemKind {
  /** One sentence for a shopkeeper; `{name}` stands for a detail of the case. */
  sentence: string;
  /** What to do, in one sentence. */
  remedy: string;
  action: ProblemAction;
}

/** The closed table of refusals: every "no" that a merchant can meet has its sentence here and nowhere else. */
const PROBLEM_KINDS = {
  'settings-missing': { sentence: 'Nothing syncs yet: {missing} not set.', remedy: 'Set it in Settings.', action: 'open-settings' },
  'imports-paused': { sentence: 'Importing orders is paused.', remedy: 'Resume it on the Overview page.', action: 'none' },
  'hike-not-connected': { sentence: 'Hike is not connected.', remedy: 'Connect Hike, then try again. What was set before is kept.', action: 'reconnect-hike' },
  'store-needs-reauthorising': { sentence: 'BigCommerce no longer accepts this app’s access.', remedy: 'Open the app from the control panel’s Apps menu and confirm its permissions.', action: 'reinstall' },
  'outlet-gone': { sentence: 'The outlet chosen in Settings is no longer in Hike.', remedy: 'Choose another outlet.', action: 'open-settings' },
  'register-gone': { sentence: 'The register chosen in Settings is no longer in Hike.', remedy: 'Choose another register.', action: 'open-settings' },
  'register-elsewhere': { sentence: 'The register “{register}” is not at the outlet chosen in Settings.', remedy: 'Choose a register of that outlet.', action: 'open-settings' },
  'payment-type-gone': { sentence: 'The Hike payment type for “{method}” is no longer in Hike.', remedy: 'Choose another payment type for it.', action: 'open-settings' },
  'payment-unmapped': { sentence: 'No Hike payment type is set for “{method}”.', remedy: 'Map this payment method, or set a default.', action: 'open-settings' },
  'tax-unmapped': { sentence: 'No Hike tax is set for {taxClass}.', remedy: 'Set it under Taxes in Settings.', action: 'open-settings' },
  'tax-gone': { sentence: 'The Hike tax for {taxClass} is no longer in Hike.', remedy: 'Choose another tax for it.', action: 'open-settings' },
  'no-tax-missing': { sentence: '“{line}” was sold without tax, but Hike has no tax with rate 0.', remedy: 'Add a tax with rate 0 in Hike, then import again.', action: 'retry' },
  'tax-differs': {
    sentence: '“{line}” was taxed {charged} in BigCommerce, but the mapped Hike tax “{tax}” makes {mapped}.',
    remedy: 'Check the tax mapping with your accountant, then import again.',
    action: 'open-settings',
  },
  'order-called-off': { sentence: 'It is “{status}”, so there is nothing to import.', remedy: 'Nothing to do.', action: 'none' },
  'order-status-not-importable': { sentence: 'Orders that are “{status}” cannot be imported.', remedy: 'They can be once their status moves on, such as to Awaiting Fulfillment or Completed.', action: 'open-order' },
  'order-partial': { sentence: 'Orders that are “{status}” cannot be imported: Hike has no partly shipped or partly refunded web sale.', remedy: 'Finish or settle the order in BigCommerce, or record it in Hike by hand.', action: 'open-order' },
  'order-part-paid': { sentence: 'The order is only partly paid.', remedy: 'Import it once it is paid in full.', action: 'open-order' },
  'order-not-paid': { sentence: 'The payment of the order is “{payment}” in BigCommerce.', remedy: 'Import it once it is paid.', action: 'open-order' },
  'order-archived': { sentence: 'The order was deleted in BigCommerce.', remedy: 'Nothing to do.', action: 'none' },
  'order-gone': { sentence: 'BigCommerce no longer has this order.', remedy: 'Nothing to do.', action: 'none' },
  'order-from-hike': { sentence: 'This order came from Hike sale {sale}; it is not sent back.', remedy: 'Nothing to do.', action: 'none' },
  'order-empty': { sentence: 'The order has no lines.', remedy: 'Check the order in BigCommerce.', action: 'open-order' },
  'currency-differs': { sentence: 'The order is in {order}, but Hike works in {hike}.', remedy: 'Record this sale in Hike by hand, then leave the order out, so that its goods are not held back as well.', action: 'open-order' },
  'order-currency-not-the-stores': { sentence: 'The order is in {order}, but the store’s currency is {store}.', remedy: 'Record this sale in Hike by hand, then leave the order out, so that its goods are not held back as well.', action: 'open-order' },
  'product-not-in-hike': { sentence: '“{line}” (SKU {sku}) is not in Hike.', remedy: 'Add the product with this SKU in Hike, then import again.', action: 'link-product' },
  'product-without-sku': { sentence: '“{line}” has no SKU, so it cannot be found in Hike.', remedy: 'Give the product the SKU it has in Hike, then import again.', action: 'link-product' },
  'product-ambiguous': { sentence: 'Several products in Hike have the SKU {sku} of “{line}”.', remedy: 'Make the SKU unique in Hike, then import again.', action: 'link-product' },
  'customer-ambiguous': { sentence: 'Several customers in Hike have the e-mail {email}.', remedy: 'Merge them in Hike, then import again.', action: 'choose-customer' },
  'total-differs': {
    sentence: 'Hike would make {hike} of this order, but its total is {order}.',
    remedy: 'Check discounts and tax on the order; more than 5 cents of difference are never rounded away.',
    action: 'open-order',
  },
  'refused-by-hike': { sentence: 'Hike refused: {message}', remedy: 'Correct it in Hike or on the order, then try again.', action: 'retry' },
  'refused-by-bigcommerce': { sentence: 'BigCommerce refused: {message}', remedy: 'Correct it in BigCommerce or on the sale, then try again.', action: 'retry' },
  'not-understood': { sentence: 'The answer of {side} could not be understood.', remedy: 'Try again; if it stays, send us the reference {reference}.', action: 'retry' },
  'item-not-understood': {
    sentence: '{side} tells of “{item}” in a way that this app does not understand, so it was left out.',
    remedy: 'It is read again when it changes in {side}. If it stays, send us the reference {reference}.',
    action: 'none',
  },
  'gave-up': { sentence: '{side} did not answer, after {attempts} tries.', remedy: 'Try again when {side} works again.', action: 'retry' },
  'failed-inside': { sentence: 'This app failed at it, {attempts} times in a row.', remedy: 'Try again; if it stays, send us the reference {reference}.', action: 'retry' },
  'mail-refused': { sentence: 'The mail server refused a mail to your alert addresses: {message}', remedy: 'Check the addresses under Alerts in Settings.', action: 'open-settings' },
  'sale-currency-differs': { sentence: 'The sale is in {sale}, but the store’s currency is {store}.', remedy: 'Record this order in BigCommerce by hand.', action: 'none' },
  'sale-without-lines': { sentence: 'The sale has no lines.', remedy: 'Check the sale in Hike.', action: 'none' },
  'sale-total-negative': { sentence: 'The sale comes to {total}, and BigCommerce takes no order below zero.', remedy: 'Record the return on its order in BigCommerce by hand.', action: 'none' },
  'sale-total-differs': { sentence: 'The parts of the sale make {parts}, but its total in Hike is {total}.', remedy: 'Check the sale in Hike; if it is right, record this order in BigCommerce by hand.', action: 'retry' },
  'original-sale-unknown': { sentence: 'The sale that this refund belongs to was never sent to BigCommerce.', remedy: 'Nothing to do if it was sold before the app started; else check sale {sale} in Hike.', action: 'retry' },
  'products-not-started': { sentence: 'Products are not synced yet: nobody pressed Start.', remedy: 'Look at the dry run on the Products page, then press Start.', action: 'open-products' },
  'product-without-key': { sentence: '“{product}” has neither a SKU nor a barcode, so it cannot be matched.', remedy: 'Give it a SKU in Hike, or link it by hand.', action: 'open-products' },
  'product-match-ambiguous': { sentence: '“{product}” could be any of {count} products in BigCommerce.', remedy: 'Link it by hand to the right one.', action: 'open-products' },
  'product-structure-clash': { sentence: '“{product}” is {hike} in Hike but {bigcommerce} in BigCommerce.', remedy: 'Make both alike, or ignore it here.', action: 'open-products' },
  'product-duplicate-in-hike': { sentence: '“{product}” shares {key} with {other} in Hike.', remedy: 'Give each product in Hike its own SKU and barcode.', action: 'open-products' },
  'product-name-taken': { sentence: 'Another product in BigCommerce is called “{product}” already.', remedy: 'Link it to that product, or rename one of them; it is never renamed for you.', action: 'open-products' },
  'sku-taken': { sentence: 'The SKU {sku} belongs to another product in BigCommerce.', remedy: 'Link it to that product, or change the SKU in Hike.', action: 'open-products' },
  'sku-not-allowed': { sentence: 'BigCommerce cannot hold the SKU “{sku}”.', remedy: 'Use letters, digits, spaces, - and _ in Hike’s SKU, at most 255.', action: 'retry' },
  'product-too-many-options': { sentence: '“{product}” has {options} options; Hike and this app work with up to three.', remedy: 'Leave at most three options, or ignore it here.', action: 'open-products' },
  'product-too-many-variants': { sentence: '“{product}” has {variants} variants; BigCommerce takes up to 600.', remedy: 'Split the product in Hike.', action: 'retry' },
  'product-too-many-values': { sentence: '“{product}” has {values} values of {option}; BigCommerce takes up to 250.', remedy: 'Split the product in Hike.', action: 'retry' },
  'product-lacks-sku': { sentence: '“{product}” has no SKU in {side}.', remedy: 'Give it one in {side}; a product with variants needs one for each.', action: 'retry' },
  'product-name-too-long': { sentence: 'The name of “{product}” has more than 250 characters.', remedy: 'Shorten it in Hike.', action: 'retry' },
  'product-has-modifiers': { sentence: '“{product}” has options in BigCommerce that make no variants.', remedy: 'Turn these modifiers into variants in BigCommerce, or ignore it here.', action: 'open-products' },
  'product-has-old-options': { sentence: '“{product}” was made in BigCommerce with an old option set, which cannot take new variants.', remedy: 'Make the product anew in BigCommerce, then link it.', action: 'open-products' },
  'product-without-price': { sentence: '“{product}” has no price in Hike.', remedy: 'Set its retail price in Hike.', action: 'retry' },
  'product-plan-limit': { sentence: 'Your BigCommerce plan takes no more products.', remedy: 'Raise the plan or remove products in BigCommerce, then try again.', action: 'retry' },
  'image-unreachable': { sentence: 'The picture {url} cannot be fetched.', remedy: 'Load the picture up again in Hike.', action: 'retry' },
  'image-too-large': { sentence: 'The picture {url} is larger than 8 MB, more than BigCommerce takes.', remedy: 'Load up a smaller one in Hike.', action: 'retry' },
  'image-not-supported': { sentence: 'What is at {url} is no picture of a kind that BigCommerce takes.', remedy: 'Load it up again in Hike as JPEG, PNG, GIF, WEBP or BMP.', action: 'retry' },
  'variant-image-not-taken': { sentence: 'BigCommerce cannot show the picture {url} for its variant: there it takes JPEG, PNG and GIF, and files of 1 MB at most.', remedy: 'Load another one up in Hike.', action: 'retry' },
  'product-deleted-in-bigcommerce': { sentence: '“{product}” was deleted in BigCommerce but is still in Hike.', remedy: 'Delete it in Hike first, or link it to another product.', action: 'open-products' },
  'product-gone-from-hike': { sentence: '“{product}” is gone from Hike.', remedy: 'Decide on the Products page whether it is hidden or deleted in BigCommerce.', action: 'open-products' },
  'variants-gone-from-hike': { sentence: '“{product}” lost variants in Hike that are still in BigCommerce: {variants}.', remedy: 'Decide on the Products page whether they are taken off sale or deleted in BigCommerce.', action: 'open-products' },
  'products-missing-in-list': { sentence: '{count} products were missing at once when Hike’s list was read.', remedy: 'Nothing was done about them. If they were deleted in Hike on purpose, hide or delete them in BigCommerce by hand.', action: 'open-products' },
  'store-products-missing-in-list': { sentence: '{count} products were missing at once when BigCommerce’s list was read.', remedy: 'Nothing was done about them. If they were deleted in BigCommerce on purpose, look at them under Match.', action: 'open-products' },
  'product-inactive': { sentence: '“{product}” is not active in Hike.', remedy: 'Nothing to do.', action: 'none' },
  'product-not-online': { sentence: '“{product}” is not ticked for eCommerce in Hike.', remedy: 'Tick its eCommerce sales channel in Hike to send it.', action: 'none' },
  'product-sku-in-hike': { sentence: 'A product with the SKU or barcode of “{product}” is in Hike already.', remedy: 'Link it by hand.', action: 'open-products' },
  'stock-held': { sentence: 'Counts that would fall to zero: {count}.', remedy: 'Check their stock in Hike, then approve it on the Products page.', action: 'open-stock' },
  'stock-moved-outside': { sentence: 'BigCommerce’s stock of {sku} moved from {before} to {after}, and no order explains it.', remedy: 'Check who changed it; Hike’s count was written again.', action: 'open-stock' },
  'location-unmapped': { sentence: 'No Hike outlet is chosen for the location “{location}”.', remedy: 'Choose its outlets in Settings.', action: 'open-settings' },
  /** Told until 0.2, and still kept where a customer has not changed since. */
  'customer-without-details': { sentence: '{customer} lacks a first name, last name or e-mail in Hike.', remedy: 'Complete the customer in Hike to send them.', action: 'none' },
  'customer-incomplete': { sentence: '{customer} lacks {missing} in Hike.', remedy: 'Complete the customer in Hike to send them.', action: 'none' },
  'customer-match-ambiguous': { sentence: 'Several customers have the e-mail {email}, in Hike or in BigCommerce.', remedy: 'Choose the right one on the Customers page; the choice is kept.', action: 'choose-customer' },
  'customer-email-given': { sentence: '{customer} is not sent: you chose {other} for the e-mail {email}.', remedy: 'Give it an e-mail of its own in Hike, or put it back to choose again.', action: 'none' },
  'customer-email-differs': { sentence: '{customer} has the e-mail {email} in Hike, but another one in BigCommerce.', remedy: 'Make both alike, then try again; a customer signs in with it, so it is never changed for you.', action: 'retry' },
  'differences-found': { sentence: 'Differences between BigCommerce and Hike: {count}.', remedy: 'Look at each difference, and fix it or put it aside.', action: 'open-comparison' },
  'sale-moved-at-till': { sentence: 'The order was shipped, but at the till its sale became “{status}”.', remedy: 'Check the sale in Hike; it is left as it is.', action: 'none' },
  'changed-since-import': { sentence: 'The order is now “{status}”, but its sale in Hike is unchanged.', remedy: 'Void or refund the sale in Hike.', action: 'none' },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEM_KINDS;

/** A refusal as a value: which one, and the details that its sentence names. */
export const Problem = z.object({
  code: z.enum(Object.keys(PROBLEM_KINDS) as [ProblemCode, ...ProblemCode[]]),
  details: z.record(z.string(), z.string()),
});
export type Problem = z.infer<typeof Problem>;

export const problem = (code: ProblemCode, details: Record<string, string> = {}): Problem => ({ code, details });

/** Rules return what they found, or the problem that stands in its way. */
export const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && 'details' in value;

/** The problem in the merchant's words. */
export const explainProblem = ({ code, details }: Problem): { sentence: string; remedy: string; action: ProblemAction } => {
  const kind: ProblemKind = PROBLEM_KINDS[code];
  return { sentence: fillIn(kind.sentence, details), remedy: fillIn(kind.remedy, details), action: kind.action };
};
