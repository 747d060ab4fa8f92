import { beforeEach, describe, expect, it } from 'vitest';
import type { HikeCustomer } from '../../../domain/customer';
import type { CustomerId, HikeCustomerId, StoreHash } from '../../../domain/ids';
import { problem } from '../../../domain/problems';
import type { WholeDatabase, SeenCustomer, SeenCustomerFilter } from '../../ports/tables';
import { asSeen } from '../as-seen';
import { newStoreHash, sampleProfile } from './sample-records';

const ids = (...numbers: number[]) => numbers as HikeCustomerId[];

const sampleCustomer = (id: number, change: Partial<HikeCustomer> = {}, rest: Partial<SeenCustomer> = {}): SeenCustomer =>
  asSeen({ id: id as HikeCustomerId, firstName: 'Zoë', lastName: 'O’Neill', email: `zoe${id}@example.com`, phone: '', company: '', address: null, ...change }, rest);

export const customersBattery = (open: () => WholeDatabase): void => {
  describe('seen customers', () => {
    let hash: StoreHash;
    beforeEach(() => {
      hash = newStoreHash();
    });
    const customers = () => open().tables.customers;
    const save = (...seen: SeenCustomer[]) => customers().saveMany(hash, seen);
    const list = async (filter: Partial<SeenCustomerFilter> = {}) => {
      const found = await customers().list(hash, { states: [], search: '', offset: 0, limit: 50, ...filter });
      return found.map(({ customer }) => Number(customer.id));
    };

    it('gives a customer back as it was saved, and as it was saved again', async () => {
      const first = sampleCustomer(3_000_000_001, { address: sampleProfile().address });
      await save(first);
      expect(await customers().findMany(hash, ids(3_000_000_001, 9))).toEqual([first]);
      const later = sampleCustomer(3_000_000_001, { lastName: 'Nguyễn' }, {
        fingerprint: 'g',
        state: 'ask',
        problem: problem('customer-ambiguous', { email: 'zoe@example.com' }),
        candidates: [5, 4_000_000_001] as CustomerId[],
        customerId: 5 as CustomerId,
        written: 'h',
      });
      await save(first, later);
      expect(await customers().findMany(hash, ids(3_000_000_001))).toEqual([later]);
    });

    it('lists by name without case, then by id, page by page, in the states asked for', async () => {
      await save(
        sampleCustomer(1, { firstName: 'bo' }),
        sampleCustomer(3, { firstName: 'Al' }, { state: 'linked' }),
        sampleCustomer(2, { firstName: 'al' }),
        sampleCustomer(4, { firstName: '', lastName: 'Aa' }, { state: 'linked' }),
      );
      expect(await list()).toEqual([4, 2, 3, 1]);
      expect(await list({ offset: 1, limit: 2 })).toEqual([2, 3]);
      expect(await list({ states: ['linked', 'ask'] })).toEqual([4, 3]);
    });

    it.each([
      ['the whole name in other letters', 'LAN NGUYỄN', [7]],
      ['part of the e-mail', 'N@EX', [7]],
      ['a percent sign, literally', '%', [8]],
      ['an underscore, literally', '_', [8]],
      ['what is nowhere', 'nobody', []],
    ])('finds customers by %s', async (_what, search, found) => {
      await save(sampleCustomer(7, { firstName: 'Lan', lastName: 'Nguyễn', email: 'Lan@example.com' }), sampleCustomer(8, { firstName: '100%', lastName: 'Wool_Co', email: '' }));
      expect(await list({ search })).toEqual(found);
      expect(await list({ search, states: ['linked'] })).toEqual([]);
    });

    it('counts each state, also those without customers', async () => {
      await save(sampleCustomer(1), sampleCustomer(2), sampleCustomer(3, {}, { state: 'no-details' }));
      expect(await customers().countByState(hash)).toEqual({ waiting: 2, linked: 0, 'no-details': 1, ask: 0, refused: 0, ignored: 0 });
    });

    it('finds those who share an e-mail without case, and nobody by none', async () => {
      await save(sampleCustomer(1, { email: 'Zoe@example.com ' }), sampleCustomer(2, { email: 'zoe@example.com' }), sampleCustomer(3, { email: '' }), sampleCustomer(4));
      const found = await customers().findByEmails(hash, ['ZOE@example.com', '', 'no e-mail']);
      expect(found.map(({ customer }) => customer.id).sort()).toEqual([1, 2]);
    });

    it('keeps stores apart, and forgets the customers of one', async () => {
      const other = newStoreHash();
      await save(sampleCustomer(1));
      await customers().saveMany(other, [sampleCustomer(1, { firstName: 'Theirs' })]);
      expect(await customers().findByEmails(hash, ['zoe1@example.com'])).toEqual([sampleCustomer(1)]);
      await customers().deleteAll(other);
      expect(await list()).toEqual([1]);
      expect(await customers().findMany(other, ids(1))).toEqual([]);
    });
  });
};
