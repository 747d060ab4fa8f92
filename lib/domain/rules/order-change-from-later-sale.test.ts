import { describe, expect, it } from 'vitest';
import { SaleId } from '../ids';
import { Instant } from '../instant';
import type { OrderStatusId } from '../order';
import type { Sale } from '../sale';
import { cents } from '../testing/amounts';
import { aRefund, aSale, aSaleLine } from '../testing/a-sale';
import { orderChangeFromLaterSale } from './order-change-from-later-sale';
import { orderStateFromSale } from './order-state-from-sale';

const history = (sale: Sale, laterSales: Sale[] = []) => ({ sale, laterSales, registerName: 'Till 1' });
const stateOf = (sale: Sale, laterSales: Sale[] = []) => orderStateFromSale(history(sale, laterSales)) ?? {};
const refundOf = (id: number, amount: number, change: Partial<Sale> = {}) => aRefund({ id: SaleId.parse(id), number: `R-${id}`, net: cents(-amount), ...change });

const change = (before: Sale, now: Sale, { laterSales = [] as Sale[], currentStatusId = undefined as OrderStatusId | undefined } = {}) =>
  orderChangeFromLaterSale({ written: stateOf(before), now: history(now, laterSales), currentStatusId: currentStatusId ?? orderStateFromSale(history(before))?.statusId ?? 0 });

const layBy = aSale({ status: 'LayBy', paid: cents(500), payments: [{ typeId: 8 as never, name: 'Cash', amount: cents(500) }] });

describe('orderChangeFromLaterSale', () => {
  it.each(['LayBy', 'OnAccount', 'BackOrder'] as const)('completes the order when its %s sale completes', (status) => {
    expect(change(aSale({ status }), aSale())).toMatchObject({ kind: 'change', change: { statusId: 10 } });
  });

  it('cancels the order when its sale is voided, and says so', () => {
    expect(change(aSale(), aSale({ status: 'Voided' }))).toMatchObject({ kind: 'change', change: { statusId: 5, staffNotes: 'Hike sale T1-1000, register Till 1, A$22.00.\nVoided in Hike.' } });
  });

  it('adds a payment to notes and payment method, and leaves the status that staff chose', () => {
    const paid = aSale({ ...layBy, paid: cents(1500), payments: [...layBy.payments, { typeId: 9 as never, name: 'Card', amount: cents(1000) }] });
    expect(change(layBy, paid, { currentStatusId: 7 })).toEqual({
      kind: 'change',
      change: { statusId: 7, staffNotes: 'Hike sale T1-1000, register Till 1, A$22.00.\nPaid so far: A$15.00.', paymentMethod: 'Cash, Card' },
      written: stateOf(paid),
    });
  });

  it('marks the order refunded when all went back', () => {
    expect(change(aSale(), aSale(), { laterSales: [aRefund()] })).toMatchObject({
      change: { statusId: 4, staffNotes: 'Hike sale T1-1000, register Till 1, A$22.00.\nRefunded A$22.00 by Hike sale T1-1001 on 2026-01-16.' },
    });
  });

  it('marks the order partially refunded when a part went back', () => {
    expect(change(aSale(), aSale(), { laterSales: [refundOf(601, 700)] })).toMatchObject({ change: { statusId: 14 } });
  });

  it('adds refunds up, in the same words whatever their order and however often they are read', () => {
    const [first, second] = [refundOf(602, 700), refundOf(601, 1500, { transactionDate: Instant.parse('2026-01-17T01:00:00.000Z') })];
    const expected = { statusId: 4, staffNotes: expect.stringMatching(/R-602.*\n.*R-601.*\nRefunded in all: A\$22\.00\.$/) as string };
    for (const laterSales of [[first, second], [second, first, second]]) expect(stateOf(aSale(), laterSales)).toMatchObject(expected);
    expect(stateOf(aSale(), [second, first])).toEqual(stateOf(aSale(), [first, second]));
  });

  it('takes a refund short of cash rounding for a full one', () => {
    expect(stateOf(aSale({ net: cents(2202), rounding: cents(2) }), [refundOf(601, 2200)])).toMatchObject({ statusId: 4 });
  });

  it('counts what came back in an exchange as a refund of the original', () => {
    const exchange = aSale({ id: SaleId.parse(602), status: 'Exchange', originalSaleId: SaleId.parse(501), lines: [aSaleLine({ total: cents(3300) }), ...aRefund().lines], net: cents(1100) });
    expect(stateOf(aSale(), [exchange])).toMatchObject({ statusId: 4, staffNotes: expect.stringContaining('Refunded A$22.00') as string });
    expect(stateOf(exchange)).toMatchObject({ statusId: 10, staffNotes: expect.stringContaining('A$33.00') as string });
  });

  it('counts tax into an exchange whose prices are without it', () => {
    const returned = [aSaleLine({ units: '-1', total: cents(-2000), exTax: cents(-2000), tax: cents(-200) })];
    const exchange = aSale({ id: SaleId.parse(602), status: 'Exchange', taxInclusive: false, originalSaleId: SaleId.parse(501), lines: [aSaleLine(), ...returned] });
    expect(stateOf(aSale(), [exchange])).toMatchObject({ statusId: 4 });
  });

  it.each([
    ['a voided refund', aRefund({ status: 'Voided' })],
    ['a refund of another sale', aRefund({ originalSaleId: SaleId.parse(999) })],
    ['a later sale that takes nothing back', aSale({ id: SaleId.parse(700), originalSaleId: SaleId.parse(501) })],
  ])('does not count %s', (_, later) => {
    expect(change(aSale(), aSale(), { laterSales: [later] })).toEqual({ kind: 'no-change' });
  });

  it('leaves a voided sale cancelled whatever went back before', () => {
    expect(stateOf(aSale({ status: 'Voided' }), [aRefund()])).toMatchObject({ statusId: 5 });
  });

  it.each([
    ['nothing changed', aSale()],
    ['the sale was parked again', aSale({ status: 'Parked' })],
  ])('changes nothing when %s', (_, now) => {
    expect(change(aSale(), now)).toEqual({ kind: 'no-change' });
  });

  it.each([
    ['only the status', { written: { ...stateOf(aSale()), statusId: 1 as const }, currentStatusId: 1 }, { statusId: 10 }],
    ['only the notes', { written: { ...stateOf(aSale()), staffNotes: 'other' }, currentStatusId: 10 }, { statusId: 10, staffNotes: 'Hike sale T1-1000, register Till 1, A$22.00.' }],
    ['only the payment', { written: { ...stateOf(aSale()), paymentMethod: 'Card' }, currentStatusId: 10 }, { statusId: 10, paymentMethod: 'Cash' }],
  ] as const)('writes %s where nothing else differs', (_, given, expected) => {
    expect(orderChangeFromLaterSale({ ...given, now: history(aSale()) })).toEqual({ kind: 'change', change: expected, written: stateOf(aSale()) });
  });

  it('writes everything anew when it does not know what was written', () => {
    expect(orderChangeFromLaterSale({ written: {}, now: history(aSale()), currentStatusId: 1 })).toMatchObject({ change: { statusId: 10, paymentMethod: 'Cash', staffNotes: expect.any(String) as string } });
  });

  it.each([
    ['OnAccount', 'On account'],
    ['LayBy', 'Lay-by'],
    ['BackOrder', 'Back order'],
    ['Completed', 'Hike POS'],
  ] as const)('calls the payment of an unpaid sale that is %s “%s”', (status, paymentMethod) => {
    expect(stateOf(aSale({ status, payments: [], paid: cents(0) }))).toMatchObject({ paymentMethod });
  });
});
