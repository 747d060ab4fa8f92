import { z } from 'zod';
import { HikeCustomerId } from '../../domain/ids';
import { RefusedByVendor } from '../../engine/ports/failures';
import type { HikeCustomers } from '../../engine/ports/hike';
import { customerBody, customerFromWire, customerToWire, customerWire } from './customer-wire';
import type { HikeApi } from './hike-api';
import { listAll } from './list-all';

export const createHikeCustomers = (api: HikeApi): HikeCustomers => ({
  listByEmail: async (email) => {
    const wanted = email.trim().toLowerCase();
    if (wanted === '') return [];
    // Partial matches come back too (reference: hike-api 5).
    const found = await listAll(api, { path: '/customers/get_all', query: { Filter: email.trim() } }, customerWire);
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
});
