import type { TrafficStep } from '../schedule/step';
import type { Stage } from '../world/stage';
import { goodsOf } from './at-the-till';
import { ECOMMERCE, type HikeProduct, nth, shopOf } from './things';

type HikeStep = Extract<
  TrafficStep,
  { kind: 'price' | 'rename' | 'count-in-hike' | 'receive-in-hike' | 'new-product' | 'untick-product' | 'tick-product' | 'delete-in-hike' | 'new-variant' | 'edit-sku' | 'customer' | 'new-customer' }
>;

const newProduct = async (stage: Stage, { name, quantity }: { name: string; quantity: number }): Promise<void> => {
  const { products, outlets } = await shopOf(stage);
  const sku = `${name.toUpperCase()}-${products.length}`;
  const taxId = (products[0]?.product_outlets as { tax_id?: number }[] | undefined)?.[0]?.tax_id;
  const rows = outlets.map(({ id }) => ({ outlet_id: id, cost_price: 1, price_inc_tax: 11, tax_id: taxId, on_hand_inventory: quantity }));
  await stage.platforms.control(`/hike/shops/${stage.place.shopId}/products`, {
    body: { name: `${name} ${products.length}`, sku, track_inventory: true, isActive: true, sales_channels: [{ sales_channels: '1' }, { sales_channels: '2' }], product_outlets: rows },
  });
};

const VARIANT_PRICE = '45.00';

const isTicked = ({ sales_channels: channels }: HikeProduct): boolean => channels.some(({ sales_channels: channel }) => channel === ECOMMERCE);

/** Whoever keeps the shop's goods and customers. */
export const inHike = async (stage: Stage, step: HikeStep): Promise<void> => {
  if (step.kind === 'new-product') return newProduct(stage, step);
  const { products, customers } = await shopOf(stage);
  const to = (path: string, options: { method?: string; body?: object }) => stage.platforms.control(`/hike/shops/${stage.place.shopId}/${path}`, options);
  if (step.kind === 'new-customer') {
    const body = { first_name: step.name, last_name: 'Simulated', ...(step.hasEmail && { email: `${step.name.toLowerCase()}.${customers.length}@example.com` }) };
    return void (await to('customers', { body }));
  }
  if (step.kind === 'customer') {
    const customer = nth(customers, step.customer);
    return void (customer && (await to(`customers/${customer.id}`, { method: 'PATCH', body: { phone: step.phone } })));
  }
  if (step.kind === 'new-variant') {
    const parent = products.find((one) => one.has_variants);
    return void (parent && (await to(`products/${parent.id}/variants`, { body: { values: [step.name], sku: `${parent.sku}-${step.name.toUpperCase()}`, onHand: step.quantity, price: VARIANT_PRICE } })));
  }
  const goods = goodsOf(products);
  const product = nth(step.kind === 'tick-product' ? goods.filter((one) => !isTicked(one)) : goods, step.item);
  if (product === undefined) return;
  const change = (body: object) => to(`products/${product.id}`, { method: 'PATCH', body });
  switch (step.kind) {
    case 'price':
      return void (await change({ price: (step.cents / 100).toFixed(2) }));
    case 'rename':
      return void (await change({ name: `${step.name} ${product.id}` }));
    case 'count-in-hike':
      return void (await to(`products/${product.id}/stock`, { body: { onHand: step.quantity } }));
    case 'receive-in-hike':
      return void (await to(`products/${product.id}/stock`, { body: { receive: step.quantity } }));
    case 'edit-sku':
      return void (await change({ sku: `${step.name.toUpperCase()}-${product.id}` }));
    case 'delete-in-hike':
      return void (await to(`products/${product.id}`, { method: 'DELETE' }));
    case 'untick-product':
    case 'tick-product':
      return void (await change({ eCommerce: step.kind === 'tick-product' }));
  }
};
