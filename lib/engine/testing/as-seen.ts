import type { HikeCustomer } from '../../domain/customer';
import type { SeenCustomer } from '../ports/tables';

/** As Hike told them, and nothing done about it. */
export const asSeen = (customer: HikeCustomer, change: Partial<SeenCustomer> = {}): SeenCustomer => ({
  customer,
  fingerprint: 'f',
  state: 'waiting',
  problem: null,
  candidates: [],
  customerId: null,
  written: null,
  ...change,
});
