import type { Place } from './start-connector';
import type { Stage } from './start-stage';

interface Shop {
  outlets: { id: number; taxId: number }[];
}

/** A product as Hike's own API takes it; a fifth has three sizes. */
const productBody = (number: number, outlets: Shop['outlets']) => {
  const sku = `BENCH-${String(number).padStart(5, '0')}`;
  const rows = outlets.map(({ id, taxId }) => ({ outlet_id: id, cost_price: 4, price_inc_tax: 10 + (number % 50), tax_id: taxId, on_hand_inventory: 5 + (number % 20) }));
  const sizes = number % 5 === 0 ? ['Small', 'Medium', 'Large'] : [];
  return {
    name: `Bench thing ${number}`,
    sku,
    bran_name: `Maker ${number % 7}`,
    track_inventory: true,
    isActive: true,
    product_type: [{ type_name: `Kind ${number % 9}` }],
    sales_channels: [{ sales_channels: '1' }, { sales_channels: '2' }],
    product_outlets: rows,
    product_attributes: sizes.length > 0 ? [{ attribute_name: 'Size', attribute_values: sizes }] : [],
    product_variants: sizes.map((size) => ({ sku: `${sku}-${size}`, variant_outlets: rows, variant_sub_values: [{ variant_sub_value_name: size }] })),
  };
};

const AT_ONCE = 8;

/** Runs `work` for 0, 1, 2 ... a few at a time. */
const forEach = async (count: number, work: (index: number) => Promise<unknown>): Promise<void> => {
  let next = 0;
  const lane = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
};

export interface Goods {
  ids: number[];
  /** The products without variants. */
  singles: number[];
  variants: number;
}

/** Products that the store lacks, numbered from `from`. */
export const seedProducts = async (stage: Stage, { shopId }: Place, { from, count }: { from: number; count: number }): Promise<Goods> => {
  const { outlets } = await stage.control<Shop>(`/hike/shops/${shopId}`);
  const goods: Goods = { ids: [], singles: [], variants: 0 };
  await forEach(count, async (index) => {
    const body = productBody(from + index, outlets);
    const { id } = await stage.control<{ id: number }>(`/hike/shops/${shopId}/products`, { body });
    goods.ids.push(id);
    if (body.product_variants.length === 0) goods.singles.push(id);
    goods.variants += Math.max(1, body.product_variants.length);
  });
  return goods;
};

/** The same change to all of these products, as people at the till would make it. */
export const changeProducts = (stage: Stage, { shopId }: Place, { ids, change }: { ids: readonly number[]; change: object }): Promise<void> =>
  forEach(ids.length, (index) => stage.control(`/hike/shops/${shopId}/products/${ids[index]}`, { method: 'PATCH', body: change }));

/** Customers with all that BigCommerce asks for, numbered from `from`. */
export const addCustomers = (stage: Stage, { shopId }: Place, { from, count }: { from: number; count: number }): Promise<void> =>
  forEach(count, (index) => {
    const number = from + index;
    return stage.control(`/hike/shops/${shopId}/customers`, { body: { first_name: 'Bench', last_name: `Buyer ${number}`, email: `buyer.${number}@example.com` } });
  });
