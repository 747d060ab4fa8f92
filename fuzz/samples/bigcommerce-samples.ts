import { lineAnswer, orderAnswer } from '../../lib/adapters/bigcommerce/testing/order-answer';
import { productAnswer, variantAnswer } from '../../lib/adapters/bigcommerce/testing/product-answer';

export const orderLineSample = lineAnswer({ applied_discounts: [{ id: 'x', amount: '1.5000', name: 'Ten off' }] });
export const orderSample = orderAnswer({ fees: [{ display_name_customer: 'Fee', display_name_merchant: '', cost_inc_tax: '1.1000', cost_exc_tax: '1.0000', tax_class_id: 0 }] });
export const productSample = productAnswer({
  variants: [variantAnswer({ option_values: [{ id: 1, option_id: 9, option_display_name: 'Size', label: 'S' }], price: 12 })],
});
export const listOf = (...data: unknown[]) => ({ data, meta: { pagination: { total_pages: 1, current_page: 1 } } });

export const storeSample = {
  name: 'Tote & Co', currency: 'AUD', timezone: { name: 'Australia/Sydney' }, is_price_entered_with_tax: true, control_panel_base_url: 'https://store-abc123.mybigcommerce.com',
  address: '5 Pitt St\nSydney', country: 'Australia', country_code: 'AU', phone: '02 0000 0000',
};
export const taxClassesSample = [{ id: '1', name: 'Non-Taxable' }, { id: 2, name: 'Shipping' }];
export const statusesSample = [{ id: 11, name: 'Awaiting Fulfillment', custom_label: 'To pack', order: 1 }];
export const locationSample = { id: 1, label: 'Default location', enabled: true, is_default: true };
export const levelSample = { identity: { variant_id: 93, product_id: 118, sku: 'DUST1' }, locations: [{ location_id: 1, total_inventory_onhand: 5, available_to_sell: 5 }] };
export const hookSample = { id: 3, scope: 'store/order/*', destination: 'https://app.example/api/bigcommerce/webhooks', is_active: true, headers: { 'X-Hook-Secret': 's' } };
export const extensionsSample = {
  data: { store: { appExtensions: { edges: [{ node: { id: 'bc/1', url: '/extension/abc123/orders/$' + '{id}', model: 'ORDERS', context: 'PANEL', label: { defaultValue: 'Import' } } }] } } },
};
export const optionSample = { id: 9, display_name: 'Size', option_values: [{ id: 1, label: 'S' }] };
export const grantSample = {
  access_token: 'store-token', scope: 'store_v2_orders', context: 'stores/abc123', account_uuid: '4f1ddc2e', user: { id: 7, email: 'owner@shop.example' }, owner: { id: 7, email: 'owner@shop.example' },
};

/** Every shape in which BigCommerce refuses. */
export const bigcommerceRefusalSamples = [
  [{ status: 400, message: 'The field is invalid.', details: { invalid_reason: 'The field products[0].price is wrong.', conflict: [{ deep: 'word' }] } }],
  { status: 422, title: 'The product sku is a duplicate', type: 'https://x', errors: { 'variants.0.sku': 'is a duplicate', name: ['taken', { message: 'deep' }] } },
  { status: 422, title: 'variant_id 93 is tracked by product', detail: 'x', errors: { 'items.0': 'no', '1.quantity': { message: 'no' } } },
  { error: 'invalid_grant', error_description: 'The code is spent' },
];
