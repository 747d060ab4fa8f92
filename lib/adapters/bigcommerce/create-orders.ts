import { z } from 'zod';
import { OrderId } from '../../domain/ids';
import type { BigCommerceOrders } from '../../engine/ports/bigcommerce';
import type { BigCommerceApi } from './bigcommerce-api';
import { ORDERS } from './list-orders';
import { orderBody, orderChangeBody } from './order-body';
import { orderChangeToWire, orderToWire } from './order-to-wire';
import { createReadOrders } from './read-orders';

const created = z.object({ id: OrderId });

export const createOrders = (api: BigCommerceApi, appId: string): BigCommerceOrders => ({
  ...createReadOrders(api),

  create: async (draft) => {
    const body = { schema: orderBody, value: orderToWire(draft, appId) };
    return (await api.send('POST', { path: ORDERS, body }, created)).id;
  },

  update: async (id, change) => {
    const body = { schema: orderChangeBody, value: orderChangeToWire(change) };
    await api.send('PUT', { path: `${ORDERS}/${id}`, body }, created);
  },
});
