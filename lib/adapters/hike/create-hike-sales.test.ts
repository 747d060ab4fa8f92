import { describe, expect, it } from 'vitest';
import { SaleId } from '../../domain/ids';
import { Instant } from '../../domain/instant';
import { BrokenContract } from '../../engine/ports/failures';
import type { SaleMove } from '../../engine/ports/hike';
import type { OddItem } from '../../engine/ports/odd-item';
import { createHttpClient } from '../http/create-http-client';
import { createQuickClock } from '../http/testing/quick-clock';
import { scriptedTransport } from '../http/testing/scripted-transport';
import { unpaced } from '../http/unpaced';
import { createHikeSales } from './create-hike-sales';
import { createHikeApi } from './hike-api';

const around = Instant.parse('2026-01-15T03:20:00.000Z');
const sale = { id: 71, status: 1, unknownToUs: { kept: [1, 2.5] }, transactionDate: '2026-01-15T03:20:00', invoiceLineItems: [{ id: 5, odd: true }] };

/** A Hike that finds the sale only where the range begins this early. */
const salesOf = (foundFrom: string) => {
  const { transport, sent } = scriptedTransport(({ method, url }) => {
    if (method === 'POST') return { status: 202, body: { ...sale, status: 'Completed' } };
    const from = /invoice_range_from=([^&]+)/.exec(url)?.[1] ?? '';
    return { body: { items: from <= foundFrom ? [sale, { ...sale, id: 72 }] : [], next: null } };
  });
  const http = createHttpClient({ side: 'hike', baseUrl: 'https://hike.example', transport, clock: createQuickClock(), random: Math.random, pacer: unpaced });
  return { sales: createHikeSales(createHikeApi(http, { token: () => Promise.resolve('t'), renew: () => Promise.resolve('t') })), sent };
};

describe('changing a sale’s status', () => {
  it.each([
    ['where its date says', '2026-01-15T03:19:00.000Z', 2],
    ['further off, should Hike read dates in another zone', '2026-01-14T12:00:00.000Z', 3],
  ])('finds the sale %s, and posts it whole', async (_name, foundFrom, calls) => {
    const { sales, sent } = salesOf(foundFrom);
    expect(await sales.changeStatus(SaleId.parse(71), { from: 'Parked', to: 'Completed' }, around)).toBe('Parked');
    expect(sent).toHaveLength(calls);
    expect(sent.at(-1)).toMatchObject({ method: 'POST', url: '/sales/create', body: { ...sale, status: 'Completed' } });
  });

  it.each<[string, SaleMove]>([
    ['has that status', { from: 'Completed', to: 'Parked' }],
    ['was moved on at the till', { from: 'LayBy', to: 'Completed' }],
  ])('posts nothing when the sale %s', async (_name, move) => {
    const { sales, sent } = salesOf('2026-01-15T03:19:00.000Z');
    expect(await sales.changeStatus(SaleId.parse(71), move, around)).toBe('Parked');
    expect(sent.map(({ method }) => method)).toEqual(['GET']);
  });

  it('is refused when there is no such sale', async () => {
    await expect(salesOf('2000').sales.changeStatus(SaleId.parse(71), { from: 'Parked', to: 'Voided' }, around)).rejects.toMatchObject({ name: 'RefusedByVendor', status: 404 });
  });
});

describe('listing sales of which some are not understood', () => {
  const whole = {
    id: 70, number: 'W-70', status: 'Completed', transactionDate: '2026-01-15T03:20:00Z', outletId: 1, registerId: 2, customerId: 51, customerName: 'Ana', taxInclusive: true, currency: 'AUD',
    subTotal: 0, totalDiscount: 0, totalTip: 0, totalShippingCost: 0, shippingTaxAmount: 0, roundingAmount: 0, discountValue: 0, totalTax: 0, netAmount: 0, totalPaid: 0, note: '', invoiceLineItems: [], invoicePayments: [],
  };
  const listed = () => {
    const { transport } = scriptedTransport(() => ({ body: { items: [whole, { ...whole, id: 71, number: 'W-71', status: 'Odd' }, 'a word', null], next: null } }));
    const http = createHttpClient({ side: 'hike', baseUrl: 'https://hike.example', transport, clock: createQuickClock(), random: Math.random, pacer: unpaced });
    return createHikeSales(createHikeApi(http, { token: () => Promise.resolve('t'), renew: () => Promise.resolve('t') }));
  };

  it('has the others, and tells those apart', async () => {
    const odd: OddItem[] = [];
    expect((await listed().listByDate(around, around, (one) => odd.push(one))).map(({ id }) => id)).toEqual([70]);
    expect(odd).toMatchObject([{ id: '71', number: 'W-71' }, { id: null }]);
  });

  it('fails where nobody wants to hear of them: a look-up must not take one for absent', async () => {
    await expect(listed().listByDate(around, around)).rejects.toThrow(BrokenContract);
  });
});
