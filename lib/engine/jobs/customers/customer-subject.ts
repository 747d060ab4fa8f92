import type { HikeCustomer } from '../../../domain/customer';
import type { CustomerId } from '../../../domain/ids';
import { customerName } from '../../../domain/rules/customers/customer-name';
import type { Subject } from '../job';

/** How a customer is named in the sync log. */
export const customerSubject = (customer: HikeCustomer, id: CustomerId | null = null): Subject => ({
  thing: 'customer',
  direction: 'hike-to-bigcommerce',
  label: customerName(customer),
  bigcommerceId: id === null ? null : String(id),
  hikeId: String(customer.id),
});
