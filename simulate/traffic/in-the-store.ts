import type { TrafficStep } from '../schedule/step';
import type { Stage } from '../world/stage';
import { nth, nthNewest, type Order, ordersOf, storeProductsOf } from './things';

type StoreStep = Extract<TrafficStep, { kind: 'place-order' | 'ship' | 'ship-part' | 'complete' | 'cancel' | 'refund-order' | 'refund-part' | 'archive' | 'count-in-store' | 'edit-in-store' | 'delete-in-store' }>;

const placeOrder = async ({ platforms, place }: Stage, goods: readonly string[], step: Extract<StoreStep, { kind: 'place-order' }>): Promise<void> => {
  const lines = step.lines.flatMap(({ item, quantity }) => {
    const sku = nth(goods, item);
    return sku === undefined ? [] : [{ sku, quantity }];
  });
  await platforms.control(`/stores/${place.storeHash}/orders`, {
    body: {
      status: step.status,
      lines,
      ...(step.customer !== null && { guest: { firstName: 'Gia', lastName: `Guest ${step.customer}`, email: `gia.${step.customer}@example.com` } }),
      ...(step.shipping > 0 && { shipping: step.shipping.toFixed(2) }),
      ...(step.paidWith === 'gift-certificate' && { giftCertificate: { code: 'GIFT-1', amount: '1.00' } }),
      ...(step.paidWith === 'store-credit' && { storeCredit: '1.00' }),
      ...(step.coupon > 0 && { coupon: { code: 'SIMULATED', type: 'percent', value: step.coupon } }),
    },
  });
};

const CALLS_OFF: ReadonlySet<string> = new Set(['cancel', 'refund-order']);

/** One unit of its first line. */
const actionOf = (kind: 'ship' | 'ship-part' | 'complete' | 'cancel' | 'refund-order' | 'refund-part' | 'archive', { lines: [line] }: Order): { verb: string; body: object } => {
  switch (kind) {
    case 'refund-order':
      return { verb: 'refund', body: {} };
    case 'ship-part':
      return { verb: 'ship', body: line === undefined ? {} : { items: [{ lineId: line.id, quantity: 1 }] } };
    case 'refund-part':
      return { verb: 'refund', body: line === undefined ? {} : { items: [{ item_type: 'PRODUCT', item_id: line.id, quantity: 1 }] } };
    default:
      return { verb: kind, body: {} };
  }
};

/** Shoppers, and staff in the control panel. */
export const inTheStore = async (stage: Stage, step: StoreStep): Promise<void> => {
  const { platforms, place } = stage;
  const products = await storeProductsOf(stage);
  const skus = products.flatMap(({ sku, variants }) => (variants.length > 1 ? variants.map((variant) => variant.sku) : [sku])).filter(Boolean);
  switch (step.kind) {
    case 'place-order':
      return placeOrder(stage, skus, step);
    case 'count-in-store': {
      const sku = nth(skus, step.item);
      return void (await platforms.control(`/stores/${place.storeHash}/stock`, { body: { sku, quantity: step.quantity } }));
    }
    case 'delete-in-store': {
      const product = nth(products, step.item);
      if (product === undefined) return;
      stage.wanted.deletedInStore.add(product.id);
      return void (await platforms.control(`/stores/${place.storeHash}/products/${product.id}`, { method: 'DELETE' }));
    }
    case 'edit-in-store': {
      const product = nth(products, step.item);
      if (product === undefined) return;
      return void (await platforms.control(`/stores/${place.storeHash}/products/${product.id}`, { method: 'PATCH', body: { description: step.description } }));
    }
    default: {
      const order = nthNewest(await ordersOf(stage), step.order);
      if (order === undefined) return;
      stage.wanted.touched.add(order.id);
      stage.wanted.partialImports.delete(order.id);
      if (CALLS_OFF.has(step.kind) && stage.wanted.isSure && stage.wanted.settings.reverseImportedOrders) stage.wanted.toReverse.add(order.id);
      const { verb, body } = actionOf(step.kind, order);
      return void (await platforms.control(`/stores/${place.storeHash}/orders/${order.id}/${verb}`, { body }));
    }
  }
};
