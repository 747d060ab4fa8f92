import { control } from './control';

export interface PlacedOrder {
  id: number;
  status_id: number;
  total_inc_tax: string;
  external_order_id: string | null;
  staff_notes: string;
}

export interface RungUpSale {
  id: number;
  number: string;
  status: string;
  netAmount: number;
}

/** A store and a shop of a test's own, with what happens on either side without a browser. */
export interface World {
  storeHash: string;
  shopId: string;
  /** The store's control panel. */
  panelUrl: string;
  place(order?: object): Promise<PlacedOrder>;
  orders(): Promise<PlacedOrder[]>;
  ordersOfSale(saleId: number): Promise<PlacedOrder[]>;
  ringUp(sale?: object): Promise<RungUpSale>;
  sales(): Promise<RungUpSale[]>;
  salesOfOrder(orderId: number): Promise<RungUpSale[]>;
  /** Something done to one order or one sale by name: `ship`, `cancel`; `void`, `refund`, `pay`. */
  orderAction(orderId: number, action: string, body?: object): Promise<PlacedOrder>;
  saleAction(saleId: number, action: string, body?: object): Promise<RungUpSale>;
  fault(fault: object): Promise<void>;
}

const ORDER = { lines: [{ sku: 'TOTE-01', quantity: 2 }], shipping: '11.00' };
const SALE = { lines: [{ sku: 'TOTE-01', quantity: 2 }], payments: [{ type: 'Card' }] };

export const newWorld = async (name = 'demo'): Promise<World> => {
  const { storeHash, shopId, controlPanelUrl } = await control<{ storeHash: string; shopId: string; controlPanelUrl: string }>('/worlds', { body: { name } });
  const orders = () => control<PlacedOrder[]>(`/stores/${storeHash}/orders`);
  const sales = () => control<RungUpSale[]>(`/hike/shops/${shopId}/sales`);
  return {
    storeHash,
    shopId,
    panelUrl: controlPanelUrl,
    orders,
    sales,
    place: (order = ORDER) => control(`/stores/${storeHash}/orders`, { body: order }),
    ordersOfSale: async (saleId) => (await orders()).filter(({ external_order_id: external }) => external === String(saleId)),
    ringUp: (sale = SALE) => control(`/hike/shops/${shopId}/sales`, { body: sale }),
    salesOfOrder: async (orderId) => (await sales()).filter(({ number }) => number === `BC-${orderId}`),
    orderAction: (orderId, action, body = {}) => control(`/stores/${storeHash}/orders/${orderId}/${action}`, { body }),
    saleAction: (saleId, action, body = {}) => control(`/hike/shops/${shopId}/sales/${saleId}/${action}`, { body }),
    fault: async (fault) => void (await control('/faults', { body: fault })),
  };
};
