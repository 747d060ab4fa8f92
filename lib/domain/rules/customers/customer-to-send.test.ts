import { describe, expect, it } from 'vitest';
import { HikeCustomer } from '../../customer';
import { anAddress } from '../../testing/an-order';
import { customerToSend } from './customer-to-send';

const ana = (change: Partial<HikeCustomer> = {}) =>
  HikeCustomer.parse({ id: 51, firstName: 'Ana', lastName: 'Diaz', email: 'ana@example.com', phone: '', company: '', address: null, ...change });

describe('a Hike customer on its way to BigCommerce', () => {
  it.each<[string, Partial<HikeCustomer>]>([
    ['first name', { firstName: ' ' }],
    ['last name', { lastName: '' }],
    ['e-mail', { email: '' }],
    ['e-mail that is one', { email: 'none' }],
  ])('is not sent without a %s', (_, change) => {
    expect(customerToSend(ana(change))).toMatchObject({ kind: 'no-details', problem: { code: 'customer-without-details' } });
  });

  it('goes without the address that BigCommerce would refuse, and says so', () => {
    const sent = customerToSend(ana({ address: anAddress({ state: 'Atlantis' }) }));
    expect(sent).toMatchObject({ kind: 'send', draft: { email: 'ana@example.com', address: null } });
    expect(sent).toHaveProperty('note', expect.stringContaining('left out'));
  });

  it('goes with the full name of its state', () => {
    expect(customerToSend(ana({ address: anAddress({ state: 'NSW' }) }))).toMatchObject({ note: null, draft: { address: { state: 'New South Wales' } } });
  });
});
