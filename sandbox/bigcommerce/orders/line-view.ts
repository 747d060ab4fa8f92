import { money } from '../model/amount.ts';
import type { Order, OrderLine } from '../model/order.ts';
import { NO_COST } from './blank-order.ts';

function options(line: OrderLine) {
  return line.options.map((option) => ({
    id: option.optionId,
    option_id: option.optionId,
    order_product_id: line.id,
    product_option_id: option.optionId,
    display_name: option.displayName,
    display_name_customer: option.displayName,
    display_name_merchant: option.displayName,
    display_value: option.displayValue,
    display_value_customer: option.displayValue,
    display_value_merchant: option.displayValue,
    value: String(option.valueId),
    type: 'Multiple choice',
    name: option.displayName,
    display_style: 'Rectangle',
  }));
}

function prices(line: OrderLine) {
  const wrapping = line.wrapping?.cost ?? NO_COST;
  return {
    base_price: money(line.basePrice),
    price_ex_tax: money(line.priceEx),
    price_inc_tax: money(line.priceInc),
    price_tax: money(line.priceInc - line.priceEx),
    base_total: money(line.basePrice * line.quantity),
    total_ex_tax: money(line.totalEx),
    total_inc_tax: money(line.totalInc),
    total_tax: money(line.totalInc - line.totalEx),
    discounted_total_inc_tax: money(line.discountedInc),
    base_cost_price: money(line.costPrice),
    cost_price_inc_tax: money(line.costPrice),
    cost_price_ex_tax: money(line.costPrice),
    cost_price_tax: '0.0000',
    wrapping_id: line.wrapping ? 1 : 0,
    wrapping_name: line.wrapping?.name ?? '',
    wrapping_message: line.wrapping?.message ?? '',
    base_wrapping_cost: money(wrapping.base),
    wrapping_cost_ex_tax: money(wrapping.ex),
    wrapping_cost_inc_tax: money(wrapping.inc),
    wrapping_cost_tax: money(wrapping.inc - wrapping.ex),
    fixed_shipping_cost: '0.0000',
    applied_discounts: line.discounts.map((discount) => ({ ...discount, amount: money(discount.amount) })),
  };
}

/** An order product as V2 shows it. */
export function lineView(order: Order, line: OrderLine) {
  return {
    id: line.id,
    order_id: order.id,
    product_id: line.productId,
    variant_id: line.variantId,
    order_address_id: line.addressId,
    order_pickup_method_id: line.pickupMethodId,
    name: line.name,
    name_customer: line.name,
    name_merchant: line.nameMerchant,
    sku: line.sku,
    upc: line.upc,
    type: line.type,
    quantity: line.quantity,
    ...prices(line),
    weight: money(line.weight),
    width: '0.0000',
    height: '0.0000',
    depth: '0.0000',
    is_refunded: line.quantityRefunded >= line.quantity,
    quantity_refunded: line.quantityRefunded,
    refund_amount: '0.0000',
    return_id: 0,
    quantity_shipped: line.quantityShipped,
    event_name: null,
    event_date: null,
    ebay_item_id: '',
    ebay_transaction_id: '',
    option_set_id: null,
    parent_order_product_id: null,
    is_bundled_product: false,
    bin_picking_number: '',
    external_id: null,
    brand: line.brand,
    product_options: options(line),
    configurable_fields: [],
    gift_certificate_id: null,
  };
}
