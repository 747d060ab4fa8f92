import { asNumber, money } from '../model/amount.ts';
import { statusName } from '../model/order-statuses.ts';
import type { Order, Shipment } from '../model/order.ts';
import { rfc2822 } from '../model/rfc2822.ts';
import type { Currency, Store } from '../model/store.ts';
import { consignmentsView } from './consignments-view.ts';

const NO_CURRENCY: Pick<Currency, 'id'> = { id: 1 };

function currency(store: Store, code: string): Pick<Currency, 'id'> {
  return store.currencies.find((candidate) => candidate.code === code) ?? NO_CURRENCY;
}

/** What `?include=` and `?consignment_structure=` ask for. */
export interface OrderIncludes {
  consignments: boolean;
  lineItems: boolean;
  fees: boolean;
}

/** V2 answers with links to the sub-resources; the paths are those it really uses. */
function link(apiUrl: string, orderId: number, name: string) {
  return { url: `${apiUrl}/orders/${orderId}/${name}`, resource: `/orders/${orderId}/${name}` };
}

function costs(order: Order) {
  const { shipping, handling, wrapping, subtotal, total } = order;
  return {
    subtotal_ex_tax: money(subtotal.ex),
    subtotal_inc_tax: money(subtotal.inc),
    subtotal_tax: money(subtotal.inc - subtotal.ex),
    base_shipping_cost: money(shipping.base),
    shipping_cost_ex_tax: money(shipping.ex),
    shipping_cost_inc_tax: money(shipping.inc),
    shipping_cost_tax: money(shipping.inc - shipping.ex),
    shipping_cost_tax_class_id: 2,
    base_handling_cost: money(handling.base),
    handling_cost_ex_tax: money(handling.ex),
    handling_cost_inc_tax: money(handling.inc),
    handling_cost_tax: money(handling.inc - handling.ex),
    handling_cost_tax_class_id: 2,
    base_wrapping_cost: money(wrapping.base),
    wrapping_cost_ex_tax: money(wrapping.ex),
    wrapping_cost_inc_tax: money(wrapping.inc),
    wrapping_cost_tax: money(wrapping.inc - wrapping.ex),
    wrapping_cost_tax_class_id: 3,
    total_ex_tax: money(total.ex),
    total_inc_tax: money(total.inc),
    total_tax: money(total.inc - total.ex),
    discount_amount: money(order.discount),
    coupon_discount: money(order.couponDiscount),
    store_credit_amount: money(order.storeCredit),
    gift_certificate_amount: money(order.giftCertificate),
    // Documented as always 0: the refunds have their own endpoint.
    refunded_amount: '0.0000',
  };
}

function origin(store: Store, order: Order) {
  return {
    currency_id: currency(store, order.displayCurrency).id,
    currency_code: order.displayCurrency,
    currency_exchange_rate: '1.0000000000',
    default_currency_id: currency(store, order.transactionCurrency).id,
    default_currency_code: order.transactionCurrency,
    store_default_currency_code: store.settings.currency,
    store_default_to_transactional_exchange_rate: order.transactionRate.toFixed(10),
    channel_id: order.channelId,
    order_source: order.source,
    external_id: null,
    external_order_id: order.externalOrderId,
    external_source: order.externalSource,
    external_merchant_id: order.externalMerchantId,
    ebay_order_id: '0',
    cart_id: order.cartId,
    tax_provider_id: order.taxProviderId,
    ip_address: order.ipAddress,
    ip_address_v6: '',
    geoip_country: order.geoipCountry,
    geoip_country_iso2: order.geoipCountryIso2,
    customer_locale: order.customerLocale,
  };
}

export function feesView(order: Order) {
  return order.fees.map((fee) => ({
    id: fee.id,
    type: 'custom_fee',
    display_name_customer: fee.nameCustomer,
    display_name_merchant: fee.nameMerchant,
    source: fee.source,
    base_cost: money(fee.cost.base),
    cost_ex_tax: money(fee.cost.ex),
    cost_inc_tax: money(fee.cost.inc),
    cost_tax: money(fee.cost.inc - fee.cost.ex),
    tax_class_id: fee.taxClassId,
  }));
}

/** An order as V2 shows it: strings with four decimals, RFC 2822 dates, links for what hangs on it. */
export function orderView(store: Store, order: Order, options: { apiUrl: string; includes: OrderIncludes }) {
  const { apiUrl, includes } = options;
  const shipped = order.lines.reduce((total, line) => total + line.quantityShipped, 0);
  return {
    id: order.id,
    customer_id: order.customerId,
    date_created: rfc2822(order.createdAt),
    date_modified: rfc2822(order.modifiedAt),
    date_shipped: rfc2822(order.shippedAt),
    status_id: order.statusId,
    status: statusName(order.statusId),
    ...costs(order),
    is_tax_inclusive_pricing: order.taxInclusive,
    items_total: order.itemsTotal,
    items_shipped: shipped,
    payment_method: order.paymentMethod,
    payment_provider_id: order.paymentProviderId,
    payment_status: order.paymentStatus,
    order_is_digital: order.lines.length > 0 && order.lines.every((line) => line.type !== 'physical'),
    ...origin(store, order),
    staff_notes: order.staffNotes,
    customer_message: order.customerMessage,
    shipping_address_count: order.addresses.length,
    billing_address: { ...order.billing, form_fields: order.billingFormFields },
    is_email_opt_in: false,
    credit_card_type: null,
    is_deleted: order.isDeleted,
    products: link(apiUrl, order.id, 'products'),
    shipping_addresses: link(apiUrl, order.id, 'shippingaddresses'),
    coupons: link(apiUrl, order.id, 'coupons'),
    consignments: includes.consignments ? consignmentsView(order, { apiUrl, lineItems: includes.lineItems }) : link(apiUrl, order.id, 'consignments'),
    fees: includes.fees ? feesView(order) : link(apiUrl, order.id, 'fees'),
  };
}

export function couponsView(order: Order) {
  return order.coupons.map((coupon) => ({
    id: coupon.id,
    coupon_id: coupon.couponId,
    order_id: order.id,
    code: coupon.code,
    amount: coupon.amount,
    type: coupon.type,
    discount: asNumber(coupon.discount),
  }));
}

export function shipmentView(order: Order, shipment: Shipment) {
  const { id: _id, shippingMethod: _method, formFields: _fields, ...shippingAddress } = order.addresses.find((address) => address.id === shipment.orderAddressId) ?? { id: 0, shippingMethod: '', formFields: [], ...order.billing };
  return {
    id: shipment.id,
    order_id: order.id,
    customer_id: order.customerId,
    order_address_id: shipment.orderAddressId,
    date_created: rfc2822(shipment.dateCreated),
    tracking_number: shipment.trackingNumber,
    merchant_shipping_cost: money(shipment.merchantShippingCost),
    shipping_method: shipment.shippingMethod,
    comments: shipment.comments,
    shipping_provider: shipment.shippingProvider,
    shipping_provider_display_name: shipment.shippingProvider.toUpperCase(),
    tracking_carrier: shipment.trackingCarrier,
    tracking_link: shipment.trackingLink,
    generated_tracking_link: '',
    billing_address: order.billing,
    shipping_address: shippingAddress,
    items: shipment.items.map((item) => ({
      order_product_id: item.lineId,
      product_id: order.lines.find((line) => line.id === item.lineId)?.productId ?? 0,
      quantity: item.quantity,
    })),
  };
}
