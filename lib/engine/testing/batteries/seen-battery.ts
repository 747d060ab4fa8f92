import { beforeEach, describe, expect, it } from 'vitest';
import type { OrderId, SaleId, StoreHash } from '../../../domain/ids';
import { problem } from '../../../domain/problems';
import type { WholeDatabase, SeenOrder } from '../../ports/tables';
import { at, newStoreHash, sampleOrder, sampleSale } from './sample-records';

/** Orders and sales as they were last seen. */
export const seenBattery = (open: () => WholeDatabase): void => {
  let hash: StoreHash;
  beforeEach(() => {
    hash = newStoreHash();
  });

  describe('seen orders', () => {
    const save = (orders: SeenOrder[]) => Promise.all(orders.map((order) => open().tables.orders.save(hash, order)));
    const list = async (filter: Partial<Parameters<WholeDatabase['tables']['orders']['list']>[1]>) => {
      const found = await open().tables.orders.list(hash, { states: [], search: '', offset: 0, limit: 50, ...filter });
      return found.map(({ id }) => Number(id));
    };

    it('gives an order back as it was saved, and as it was saved again', async () => {
      const order = sampleOrder(3_000_000_001, { problem: problem('product-without-sku', { line: 'Tote' }), state: 'needs-you', externalSource: 'pos' });
      await save([order]);
      expect(await open().tables.orders.findMany(hash, [order.id, 5 as OrderId])).toEqual([order]);
      const later: SeenOrder = { ...order, problem: null, state: 'imported', saleId: 8_000_000_001 as SaleId, saleNumber: 'BC-1' };
      await save([later]);
      expect(await open().tables.orders.findMany(hash, [order.id])).toEqual([later]);
    });

    it('lists the newest first, page by page, in the states asked for', async () => {
      await save([1, 2, 3, 4].map((id) => sampleOrder(id, { createdAt: at(id === 4 ? 3 : id), state: id === 1 ? 'imported' : 'to-import' })));
      expect(await list({})).toEqual([4, 3, 2, 1]);
      expect(await list({ offset: 1, limit: 2 })).toEqual([3, 2]);
      expect(await list({ states: ['imported', 'changed'] })).toEqual([1]);
      expect(await list({ states: ['needs-you'] })).toEqual([]);
    });

    it.each([
      ['part of the number', '23', [1234]],
      ['the name in other letters', 'NGUYỄN', [77]],
      ['the e-mail', 'lan@', [77]],
      ['a percent sign, literally', '100%', [88]],
      ['an underscore, literally', '_', [88]],
      ['a backslash, literally', '\\', [88]],
      ['what is nowhere', 'nobody', []],
    ])('finds orders by %s', async (_what, search, found) => {
      await save([
        sampleOrder(1234, { customerName: 'Al', email: 'al@example.com' }),
        sampleOrder(77, { customerName: 'Lan Nguyễn', email: 'Lan@example.com' }),
        sampleOrder(88, { customerName: '100% \\ Wool_Co', email: '' }),
      ]);
      expect(await list({ search })).toEqual(found);
      expect(await list({ search, states: ['imported'] })).toEqual([]);
    });

    it('counts each state, also those without orders', async () => {
      await save([sampleOrder(1), sampleOrder(2), sampleOrder(3, { state: 'left-out' })]);
      const none = { importing: 0, checking: 0, 'needs-you': 0, imported: 0, changed: 0 };
      expect(await open().tables.orders.countByState(hash)).toEqual({ ...none, 'to-import': 2, 'left-out': 1 });
    });

    it('lists payment methods, the most frequent first, without those that have no name', async () => {
      await save(['Cash', 'PayPal', 'PayPal', '', 'Bank'].map((paymentMethod, index) => sampleOrder(index, { paymentMethod })));
      expect(await open().tables.orders.listPaymentMethods(hash)).toEqual([
        { method: 'PayPal', orders: 2 },
        { method: 'Bank', orders: 1 },
        { method: 'Cash', orders: 1 },
      ]);
    });

    it('keeps stores apart', async () => {
      await save([sampleOrder(1)]);
      await open().tables.orders.save(newStoreHash(), sampleOrder(2, { paymentMethod: 'Cash' }));
      expect(await list({})).toEqual([1]);
      expect(await open().tables.orders.listPaymentMethods(hash)).toEqual([{ method: 'PayPal', orders: 1 }]);
    });
  });

  describe('seen sales', () => {
    const save = (id: number, rest: Parameters<typeof sampleSale>[1] = {}) =>
      open().tables.sales.save(hash, { sale: sampleSale(id, rest), fingerprint: 'f', orderId: null, state: 'waiting' }, at(22));

    it('gives a sale back as it was saved, and as it was saved again', async () => {
      const { sales } = open().tables;
      await save(4_000_000_001);
      const later = { sale: sampleSale(4_000_000_001, { status: 'Voided' }), fingerprint: 'g', orderId: 5_000_000_001 as OrderId, state: 'sent' as const };
      await sales.save(hash, later, at(23));
      expect(await sales.findMany(hash, [later.sale.id, 9 as SaleId])).toEqual([later]);
    });

    it('knows the oldest sale that may change and the newest of all', async () => {
      const { sales } = open().tables;
      expect(await sales.newest(hash)).toBeNull();
      expect(await sales.oldestOpen(hash, ['LayBy'])).toBeNull();
      await save(1, { transactionDate: at(1) });
      await save(2, { transactionDate: at(2), status: 'LayBy' });
      await save(3, { transactionDate: at(3), status: 'OnAccount' });
      expect(await sales.newest(hash)).toBe(at(3));
      expect(await sales.oldestOpen(hash, ['LayBy', 'OnAccount'])).toBe(at(2));
      expect(await sales.oldestOpen(hash, [])).toBeNull();
    });

    it('lists what is still to be sent or looked up', async () => {
      const { sales } = open().tables;
      for (const [id, state] of [[3, 'checking'], [2, 'waiting'], [4, 'sent'], [5, 'needs-you'], [6, 'left-out']] as const) {
        await sales.save(hash, { sale: sampleSale(id), fingerprint: 'f', orderId: null, state }, at(1));
      }
      expect(await sales.listUnsettled(hash)).toEqual([2, 3]);
      expect(await sales.listUnsettled('other' as typeof hash)).toEqual([]);
    });

    it('lists what goes back to a sale, and nothing else', async () => {
      await save(1);
      await save(3, { originalSaleId: 1 as SaleId });
      await save(2, { originalSaleId: 1 as SaleId });
      await save(4, { originalSaleId: 2 as SaleId });
      const { sales } = open().tables;
      expect((await sales.listByOriginal(hash, 1 as SaleId)).map(({ id }) => id)).toEqual([2, 3]);
      expect(await sales.listByOriginal(newStoreHash(), 1 as SaleId)).toEqual([]);
    });

    it('forgets the sales of one store', async () => {
      const { sales } = open().tables;
      await save(1);
      await sales.deleteAll(newStoreHash());
      expect(await sales.newest(hash)).not.toBeNull();
      await sales.deleteAll(hash);
      expect(await sales.newest(hash)).toBeNull();
    });
  });
};
