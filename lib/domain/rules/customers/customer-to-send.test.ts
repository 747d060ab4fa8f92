import { describe, expect, it } from 'vitest';
import { HikeCustomer } from '../../customer';
import { explainProblem } from '../../problems';
import { anAddress } from '../../testing/an-order';
import { customerToSend } from './customer-to-send';

const ana = (change: Partial<HikeCustomer> = {}) =>
  HikeCustomer.parse({ id: 51, firstName: 'Ana', lastName: 'Diaz', email: 'ana@example.com', phone: '', company: '', address: null, ...change });

describe('a Hike customer on its way to BigCommerce', () => {
  it.each<[string, Partial<HikeCustomer>]>([
    ['Diaz lacks a first name in Hike.', { firstName: ' ' }],
    ['Ana lacks a last name in Hike.', { lastName: '' }],
    ['Ana Diaz lacks an e-mail in Hike.', { email: ' ' }],
    ['Ana Diaz lacks a valid e-mail in Hike.', { email: 'none' }],
    ['Customer 51 lacks a first name, a last name, and an e-mail in Hike.', { firstName: '', lastName: '', email: '' }],
  ])('is not sent without the three fields: %s', (sentence, change) => {
    const decision = customerToSend(ana(change));
    expect(decision.kind === 'no-details' && explainProblem(decision.problem).sentence).toBe(sentence);
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
