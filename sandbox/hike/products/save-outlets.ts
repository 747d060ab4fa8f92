import type { Outlet, Shop, Tax } from '../state/shop.ts';
import { Big, rounded } from '../wire/money.ts';
import { Refusal } from '../wire/refusal.ts';
import type { OutletBody } from './product-body.ts';
import type { ProductOutlet } from './product-row.ts';

function emptyRow(outlet: Outlet, tax: Tax): ProductOutlet {
  return {
    outlet_id: outlet.id,
    outlet_name: outlet.title,
    cost_price: 0,
    markup: 0,
    price_ex_tax: 0,
    tax_id: tax.id,
    tax_name: tax.name,
    tax_rate: tax.rate,
    price_inc_tax: 0,
    avgCost_price: 0,
    on_hand_inventory: 0,
    inventory_to_receive: 0,
    reserved_inventory: 0,
    reorder_level: 0,
    reorder_qty: 0,
    visible_or_not: true,
  };
}

function taxOf(shop: Shop, outlet: Outlet): Tax {
  const tax = shop.taxes.find((other) => other.id === outlet.taxId) ?? shop.taxes[0];
  if (!tax) throw new Error(`Shop ${shop.id} has no taxes.`);
  return tax;
}

interface Price {
  price_ex_tax: number;
  price_inc_tax: number;
}

/** The shop's rule says which of the two prices is the entered one; the other follows from it. */
function prices(shop: Shop, given: OutletBody, row: ProductOutlet): Price {
  const factor = new Big(100).plus(row.tax_rate).div(100);
  const inclusive = given.price_inc_tax ?? undefined;
  const exclusive = given.price_ex_tax ?? undefined;
  const entered = shop.taxInclusive ? (inclusive ?? (exclusive === undefined ? row.price_inc_tax : undefined)) : undefined;
  if (entered !== undefined) return { price_inc_tax: entered, price_ex_tax: rounded(new Big(entered).div(factor), 4).toNumber() };
  const base = exclusive ?? (inclusive === undefined ? row.price_ex_tax : new Big(inclusive).div(factor).toNumber());
  return { price_ex_tax: rounded(new Big(base), 4).toNumber(), price_inc_tax: rounded(new Big(base).times(factor), shop.decimals).toNumber() };
}

function refuseHandWritten(shop: Shop, given: OutletBody, row: ProductOutlet): void {
  if (!shop.unknowns.weightedAverageCost) return;
  const stock = given.on_hand_inventory ?? row.on_hand_inventory;
  const cost = given.cost_price ?? row.cost_price;
  if (stock !== row.on_hand_inventory || cost !== row.cost_price)
    throw Refusal.invalid([{ field: 'product_outlets', message: 'Weighted average cost is on: cost and stock change by purchase orders and sales only.' }]);
}

function withGiven(shop: Shop, row: ProductOutlet, given: OutletBody): ProductOutlet {
  refuseHandWritten(shop, given, row);
  const tax = given.tax_id ? shop.taxes.find((other) => other.id === given.tax_id) : shop.taxes.find((other) => other.id === row.tax_id);
  if (!tax) throw Refusal.invalid([{ field: 'product_outlets.tax_id', message: `There is no tax ${given.tax_id}.` }]);
  const taxed = { ...row, tax_id: tax.id, tax_name: tax.name, tax_rate: tax.rate };
  const cost = given.cost_price ?? row.cost_price;
  return {
    ...taxed,
    ...prices(shop, given, taxed),
    cost_price: cost,
    avgCost_price: cost,
    markup: given.markup ?? row.markup,
    on_hand_inventory: given.on_hand_inventory ?? row.on_hand_inventory,
    inventory_to_receive: given.inventory_to_receive ?? row.inventory_to_receive,
    reorder_level: given.reorder_level ?? row.reorder_level,
    reorder_qty: given.reorder_qty ?? row.reorder_qty,
    visible_or_not: given.visible_or_not ?? row.visible_or_not,
  };
}

/**
 * The rows of a product as saved. A new one (`before` undefined) has a row for every outlet of the shop; later an outlet that
 * the caller leaves out keeps its price and stock, or stays without a record.
 */
export function saveOutlets(shop: Shop, given: OutletBody[], before: ProductOutlet[] | undefined): ProductOutlet[] {
  const stray = given.find((row) => !shop.outlets.some((outlet) => outlet.id === row.outlet_id));
  if (stray) throw Refusal.invalid([{ field: 'product_outlets.outlet_id', message: `There is no outlet ${stray.outlet_id}.` }]);
  return shop.outlets.flatMap((outlet) => {
    const known = before?.find((other) => other.outlet_id === outlet.id);
    const change = given.find((other) => other.outlet_id === outlet.id);
    if (before && !known && !change) return [];
    const row = known ?? emptyRow(outlet, taxOf(shop, outlet));
    return [change ? withGiven(shop, row, change) : row];
  });
}
