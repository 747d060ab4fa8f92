import { z } from 'zod';

/** What a page offers beside a problem: the button that leads to the fix. */
export type ProblemAction = 'open-settings' | 'reconnect-hike' | 'reinstall' | 'retry' | 'link-product' | 'choose-customer' | 'open-order' | 'none';

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
  'hike-not-connected': { sentence: 'Hike is not connected.', remedy: 'Connect Hike, then try again. Your settings are kept.', action: 'reconnect-hike' },
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
  'order-status-not-importable': { sentence: 'Orders that are “{status}” cannot be imported.', remedy: 'Import it once it is paid and awaiting fulfilment, shipped or completed.', action: 'open-order' },
  'order-partial': { sentence: 'Orders that are “{status}” cannot be imported: Hike has no partly shipped or partly refunded web sale.', remedy: 'Finish or settle the order in BigCommerce, or record it in Hike by hand.', action: 'open-order' },
  'order-part-paid': { sentence: 'The order is only partly paid.', remedy: 'Import it once it is paid in full.', action: 'open-order' },
  'order-not-paid': { sentence: 'The payment of the order is “{payment}” in BigCommerce.', remedy: 'Import it once it is paid.', action: 'open-order' },
  'order-archived': { sentence: 'The order was deleted in BigCommerce.', remedy: 'Nothing to do.', action: 'none' },
  'order-gone': { sentence: 'BigCommerce no longer has this order.', remedy: 'Nothing to do.', action: 'none' },
  'order-from-hike': { sentence: 'This order came from Hike sale {sale}; it is not sent back.', remedy: 'Nothing to do.', action: 'none' },
  'order-empty': { sentence: 'The order has no lines.', remedy: 'Check the order in BigCommerce.', action: 'open-order' },
  'currency-differs': { sentence: 'The order is in {order}, but Hike works in {hike}.', remedy: 'Record this sale in Hike by hand.', action: 'open-order' },
  'order-currency-not-the-stores': { sentence: 'The order is in {order}, but the store’s currency is {store}.', remedy: 'Record this sale in Hike by hand.', action: 'open-order' },
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
  'gave-up': { sentence: '{side} did not answer, after {attempts} tries.', remedy: 'Try again when {side} works again.', action: 'retry' },
  'sale-currency-differs': { sentence: 'The sale is in {sale}, but the store’s currency is {store}.', remedy: 'Record this order in BigCommerce by hand.', action: 'none' },
  'sale-without-lines': { sentence: 'The sale has no lines.', remedy: 'Check the sale in Hike.', action: 'none' },
  'sale-total-negative': { sentence: 'The sale comes to {total}, and BigCommerce takes no order below zero.', remedy: 'Record the return on its order in BigCommerce by hand.', action: 'none' },
  'sale-total-differs': { sentence: 'The parts of the sale make {parts}, but its total in Hike is {total}.', remedy: 'Check the sale in Hike; if it is right, record this order in BigCommerce by hand.', action: 'retry' },
  'original-sale-unknown': { sentence: 'The sale that this refund belongs to was never sent to BigCommerce.', remedy: 'Nothing to do if it was sold before the app started; else check sale {sale} in Hike.', action: 'retry' },
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

const fill = (text: string, details: Record<string, string>): string => text.replace(/\{(\w+)\}/g, (hole, name: string) => details[name] ?? hole);

/** The problem in the merchant's words. */
export const explainProblem = ({ code, details }: Problem): { sentence: string; remedy: string; action: ProblemAction } => {
  const kind: ProblemKind = PROBLEM_KINDS[code];
  return { sentence: fill(kind.sentence, details), remedy: fill(kind.remedy, details), action: kind.action };
};
