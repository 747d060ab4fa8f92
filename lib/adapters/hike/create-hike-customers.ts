import { z } from 'zod';
import { HikeCustomerId } from '../../domain/ids';
import { RefusedByVendor } from '../../engine/ports/failures';
import type { HikeCustomers } from '../../engine/ports/hike';
import { CUSTOMERS_SYNC_FROM } from './assumptions';
import { readChangedPage } from './changed-page';
import { customerBody, customerFromWire, customerToWire, customerWire } from './customer-wire';
import type { HikeApi } from './hike-api';
import { listAll } from './list-all';

const LIST = '/customers/get_all';

export const createHikeCustomers = (api: HikeApi): HikeCustomers => ({
  listByEmail: async (email) => {
    const wanted = email.trim().toLowerCase();
    if (wanted === '') return [];
    // Partial matches come back too (reference: hike-api 5).
    const found = await listAll(api, { path: LIST, query: { Filter: email.trim() } }, customerWire);
    return found.map(customerFromWire).filter((customer) => customer.email.toLowerCase() === wanted);
  },
  find: async (id) => {
    try {
      return customerFromWire(await api.get(`/customers/get/${id}`, {}, customerWire));
    } catch (error) {
      if (error instanceof RefusedByVendor && error.status === 404) return null;
      throw error;
    }
  },
  create: async (draft) => {
    const body = { schema: customerBody, value: customerToWire(draft) };
    return (await api.post('/customers/createOrUpdate', body, z.object({ id: HikeCustomerId }))).id;
  },
  listChanged: (since, skip) =>
    readChangedPage(api, { path: LIST, since: CUSTOMERS_SYNC_FROM ? since : null, skip, read: (item) => customerFromWire(customerWire.parse(item)) }),
});
