import { describe, expect, it } from 'vitest';
import { HikeCustomer } from '../customer';
import type { CustomerId } from '../ids';
import { problem } from '../problems';
import { customerRow, type ListedCustomer } from './customer-row';

const ana = (change: Partial<HikeCustomer> = {}) =>
  HikeCustomer.parse({ id: 51, firstName: 'Ana', lastName: 'Diaz', email: 'ana@example.com', phone: '', company: 'Acme', address: null, ...change });

const row = (change: Partial<ListedCustomer> = {}, controlPanelUrl: string | null = 'https://store.example') =>
  customerRow({ customer: ana(), state: 'waiting', problem: null, candidates: [], customerId: null, ...change }, controlPanelUrl);

describe('a customer’s row', () => {
  it('shows one that waits', () => {
    expect(row()).toEqual({ hikeId: 51, name: 'Ana Diaz', email: 'ana@example.com', state: 'waiting', sentence: 'Waits to be sent', problem: null, customer: null, candidates: [] });
  });

  it.each([
    ['linked', 'In BigCommerce'],
    ['no-details', 'Not sent: first name, last name and e-mail are needed'],
    ['ask', 'Several customers could be meant'],
    ['refused', 'Not taken by BigCommerce'],
    ['ignored', 'Put aside by a person'],
  ] as const)('says of one that is “%s”: %s', (state, sentence) => {
    expect(row({ state })).toMatchObject({ state, sentence });
  });

  it('explains its problem instead', () => {
    const { problem: view, sentence } = row({ state: 'refused', problem: problem('refused-by-bigcommerce', { reason: 'no' }) });
    expect(view?.code).toBe('refused-by-bigcommerce');
    expect(sentence).toBe(view?.sentence);
  });

  it('leads to its customer and to those that could be meant', () => {
    const ids = [70, 71] as CustomerId[];
    expect(row({ state: 'linked', customerId: ids[0]! }).customer).toEqual({ id: 70, url: 'https://store.example/manage/customers/70/edit' });
    expect(row({ state: 'linked', customerId: ids[0]! }, null).customer).toEqual({ id: 70, url: null });
    expect(row({ state: 'ask', candidates: ids }).candidates).toEqual([
      { id: 70, label: 'Customer 70', url: 'https://store.example/manage/customers/70/edit' },
      { id: 71, label: 'Customer 71', url: 'https://store.example/manage/customers/71/edit' },
    ]);
  });

  it.each([
    [{ firstName: '' }, 'Diaz'],
    [{ firstName: '', lastName: '' }, 'Acme'],
    [{ firstName: '', lastName: '', company: '' }, 'Customer 51'],
  ])('with %j is called %s', (change, name) => {
    expect(row({ customer: ana(change) }).name).toBe(name);
  });
});
