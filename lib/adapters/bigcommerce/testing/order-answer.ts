/** A line as `/orders/{id}/products` has it. */
export const lineAnswer = (change: object = {}) => ({
  id: 31, order_id: 218, product_id: 118, variant_id: 93, order_pickup_method_id: 0, order_address_id: 81, name: 'Dustpan & Brush', sku: 'DUST1', upc: '',
  type: 'physical', base_price: '20.0000', price_ex_tax: '20.0000', price_inc_tax: '22.0000', price_tax: '2.0000', base_total: '40.0000', total_ex_tax: '40.0000',
  total_inc_tax: '44.0000', total_tax: '4.0000', quantity: 2, is_refunded: false, quantity_refunded: 0, wrapping_cost_ex_tax: '0.0000', wrapping_cost_inc_tax: '0.0000',
  quantity_shipped: 0, parent_order_product_id: null, is_bundled_product: false, applied_discounts: [], product_options: [], gift_certificate_id: null,
  ...change,
});

/** An order as `GET /v2/orders` has it with consignments, their lines and fees included. */
export const orderAnswer = (change: object = {}) => ({
  id: 218, customer_id: 11, date_created: 'Tue, 05 Mar 2019 21:40:11 +0000', date_modified: 'Mon, 11 Mar 2019 15:17:25 +0000', date_shipped: '', status_id: 11,
  status: 'Awaiting Fulfillment', subtotal_ex_tax: '40.0000', subtotal_inc_tax: '44.0000', shipping_cost_ex_tax: '10.0000', shipping_cost_inc_tax: '11.0000',
  shipping_cost_tax_class_id: 2, handling_cost_ex_tax: '0.0000', handling_cost_inc_tax: '0.0000', handling_cost_tax_class_id: 0, wrapping_cost_ex_tax: '0.0000',
  wrapping_cost_inc_tax: '0.0000', wrapping_cost_tax_class_id: 3, total_ex_tax: '50.0000', total_inc_tax: '55.0000', total_tax: '5.0000', is_tax_inclusive_pricing: true,
  items_total: 2, items_shipped: 0, payment_method: 'Cash', payment_status: 'captured', refunded_amount: '0.0000', store_credit_amount: '0.0000',
  gift_certificate_amount: '0.0000', currency_code: 'USD', default_currency_code: 'AUD', staff_notes: '', discount_amount: '0.0000', coupon_discount: '0.0000',
  billing_address: {
    first_name: 'Jane', last_name: 'Doe', company: '', street_1: '555 East Street', street_2: '', city: 'Austin', state: 'Texas', zip: '78108',
    country: 'United States', country_iso2: 'US', phone: '1234567890', email: 'jane@example.com', form_fields: [],
  },
  is_deleted: false, external_source: null, external_id: null, external_order_id: '', external_merchant_id: null,
  consignments: {
    pickups: [],
    shipping: [{ id: 81, line_items: [lineAnswer()], shipping_quotes: { url: 'https://x', resource: '/x' } }],
    downloads: [],
    email: { gift_certificates: [] },
  },
  fees: [],
  ...change,
});
