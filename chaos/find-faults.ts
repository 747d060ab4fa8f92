import type { OpenPlace } from './places';
import type { Traffic } from './run-traffic';
import type { Stage } from './start-stage';

interface Row {
  kind: string;
  id: number | string;
  reference: string | null;
}

interface Order {
  id: number;
  total_inc_tax: string;
  external_order_id: string | null;
}

interface Sale {
  id: number;
  number: string;
  netAmount: number;
}

interface StoreProduct {
  price: number | string;
  stock: { sku: string; locationId: number; onHand: number }[];
}

interface ShopProduct {
  product_outlets: { price_inc_tax: number; available_inventory: number }[];
}

const cents = (amount: number | string): string => Number(amount).toFixed(2);

/** Exactly one of these, and equal to the cent. */
const pairFault = (what: string, made: string[], wanted: string): string[] => {
  if (made.length !== 1) return [`${what}: ${made.length} instead of one`];
  return made[0] === wanted ? [] : [`${what}: ${made[0]} instead of ${wanted}`];
};

const inPlace = <T extends { place: OpenPlace }>(things: readonly T[], place: OpenPlace): T[] => things.filter((thing) => thing.place === place);

/** Sales that became orders, and orders that became sales: from what the platforms hold and from all that they ever accepted. */
const exchangeFaults = async ({ control }: Stage, traffic: Traffic, place: OpenPlace): Promise<string[]> => {
  const [orders, sales, createdOrders, createdSales] = await Promise.all([
    control<Order[]>(`/stores/${place.storeHash}/orders`),
    control<Sale[]>(`/hike/shops/${place.shopId}/sales`),
    control<Row[]>(`/ledger?side=bigcommerce&tenant=${place.storeHash}&kind=order.created`),
    control<Row[]>(`/ledger?side=hike&tenant=${place.shopId}&kind=sale.created`),
  ]);
  const rungUp = new Map(sales.map((sale) => [sale.id, sale]));
  const placed = new Map(orders.map((order) => [order.id, order]));
  const [mySales, myOrders] = [inPlace(traffic.sales, place), inPlace(traffic.orders, place)];
  const known = new Set(mySales.map(({ id }) => String(id)));
  const numbers = new Set(myOrders.map(({ id }) => `BC-${id}`));
  const fromSales = createdOrders.filter(({ reference }) => reference);
  return [
    ...mySales.flatMap(({ id }) => {
      const made = orders.filter(({ external_order_id: external }) => external === String(id)).map((order) => cents(order.total_inc_tax));
      return pairFault(`${place.storeHash}: orders of sale ${id}`, made, cents(rungUp.get(id)?.netAmount ?? Number.NaN));
    }),
    ...myOrders.flatMap(({ id }) => {
      const made = sales.filter(({ number }) => number === `BC-${id}`).map((sale) => cents(sale.netAmount));
      return pairFault(`${place.storeHash}: sales of order ${id}`, made, cents(placed.get(id)?.total_inc_tax ?? Number.NaN));
    }),
    ...(fromSales.length === mySales.length ? [] : [`${place.storeHash}: ${fromSales.length} orders were created for ${mySales.length} sales`]),
    ...fromSales.filter(({ reference }) => !known.has(reference ?? '')).map(({ id, reference }) => `${place.storeHash}: order ${id} is for ${reference}, which nobody rang up`),
    ...(createdSales.length === myOrders.length ? [] : [`${place.storeHash}: ${createdSales.length} sales were created for ${myOrders.length} orders`]),
    ...createdSales.filter(({ reference }) => !numbers.has(reference ?? '')).map(({ reference }) => `${place.storeHash}: sale ${reference} is for no order`),
  ];
};

/** Price and stock of what both sides hold; the first outlet and the first location are those that the settings chose. */
const catalogueFaults = async ({ control }: Stage, place: OpenPlace): Promise<string[]> => {
  const faults = await Promise.all(
    place.goods.map(async ({ id, sku }) => {
      const [found, { product_outlets: outlets }] = await Promise.all([
        control<StoreProduct[]>(`/stores/${place.storeHash}/products?sku=${sku}`),
        control<ShopProduct>(`/hike/shops/${place.shopId}/products/${id}`),
      ]);
      const what = `${place.storeHash}: ${sku}`;
      const available = Math.max(0, Math.floor(outlets[0]?.available_inventory ?? 0));
      const onHand = found[0]?.stock.find(({ locationId }) => locationId === 1)?.onHand;
      return [
        ...pairFault(`${what}, price`, found.map(({ price }) => cents(price)), cents(outlets[0]?.price_inc_tax ?? Number.NaN)),
        ...(onHand === available ? [] : [`${what}, stock: ${onHand} instead of ${available}`]),
      ];
    }),
  );
  return faults.flat();
};

/** What is missing, doubled or different, told from the platforms' own books alone. */
export const findFaults = async (stage: Stage, traffic: Traffic, places: readonly OpenPlace[]): Promise<string[]> => {
  const faults = await Promise.all(places.map(async (place) => [...(await exchangeFaults(stage, traffic, place)), ...(await catalogueFaults(stage, place))]));
  return faults.flat();
};
