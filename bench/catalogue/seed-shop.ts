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

/** One thing that somebody does in Hike. */
export interface Change {
  method: 'POST' | 'PATCH';
  path: string;
  body: object;
}

/** All of it happens in one moment, so that no poll sees half. */
export const makeChanges = async <T>(stage: Stage, changes: readonly Change[]): Promise<T[]> => {
  const answers = await stage.control<{ status: number; body: T }[]>('/batch', { body: changes });
  const refused = answers.find(({ status }) => status >= 400);
  if (refused !== undefined) throw new Error(`A change was refused: ${JSON.stringify(refused)}`);
  return answers.map(({ body }) => body);
};

export interface Goods {
  ids: number[];
  /** The products without variants. */
  singles: number[];
  variants: number;
}

interface Numbers {
  from: number;
  count: number;
}

const numbered = <T>({ from, count }: Numbers, make: (number: number) => T): T[] => Array.from({ length: count }, (_, index) => make(from + index));

/** Products that the store lacks. */
export const productsToAdd = async (stage: Stage, { shopId }: Place, numbers: Numbers) => {
  const { outlets } = await stage.control<Shop>(`/hike/shops/${shopId}`);
  return numbered(numbers, (number) => ({ method: 'POST' as const, path: `/hike/shops/${shopId}/products`, body: productBody(number, outlets) }));
};

/** Adds products that the store lacks. */
export const seedProducts = async (stage: Stage, place: Place, numbers: Numbers): Promise<Goods> => {
  const changes = await productsToAdd(stage, place, numbers);
  const made = await makeChanges<{ id: number }>(stage, changes);
  const variants = changes.map(({ body }) => body.product_variants.length);
  return {
    ids: made.map(({ id }) => id),
    singles: made.flatMap(({ id }, index) => (variants[index] === 0 ? [id] : [])),
    variants: variants.reduce((sum, count) => sum + Math.max(1, count), 0),
  };
};

/** The same change to all of these products, as people at the till would make it. */
export const productsToChange = ({ shopId }: Place, ids: readonly number[], change: object): Change[] =>
  ids.map((id) => ({ method: 'PATCH', path: `/hike/shops/${shopId}/products/${id}`, body: change }));

/** Customers with all that BigCommerce asks for. */
export const customersToAdd = ({ shopId }: Place, numbers: Numbers): Change[] =>
  numbered(numbers, (number) => ({
    method: 'POST',
    path: `/hike/shops/${shopId}/customers`,
    body: { first_name: 'Bench', last_name: `Buyer ${number}`, email: `buyer.${number}@example.com` },
  }));
