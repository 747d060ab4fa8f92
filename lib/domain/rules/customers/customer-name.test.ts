import { expect, it } from 'vitest';
import { HikeCustomer } from '../../customer';
import { customerName } from './customer-name';

it.each([
  [{ firstName: 'Ana', lastName: 'Diaz' }, 'Ana Diaz'],
  [{ firstName: '', lastName: 'Diaz' }, 'Diaz'],
  [{ firstName: ' ', lastName: '' }, 'Acme'],
  [{ firstName: '', lastName: '', company: ' ' }, 'ana@example.com'],
  [{ firstName: '', lastName: '', company: '', email: ' ' }, 'Customer 51'],
])('a customer with %j is called %s', (change, name) => {
  expect(customerName(HikeCustomer.parse({ id: 51, email: ' ana@example.com', phone: '', company: ' Acme', address: null, ...change }))).toBe(name);
});
