import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RunningHike } from '../testing/running-hike.ts';
import { webSale, type WebSale } from '../testing/web-sale.ts';
import type { Sale } from './sale.ts';

interface Refused {
  errors: { field: string; message: string }[];
}

let hike: RunningHike;
let sale: WebSale;

beforeAll(async () => {
  hike = await RunningHike.start();
  sale = webSale(await hike.shop());
});
afterAll(() => hike.stop());

function changed(change: (copy: WebSale) => void): WebSale {
  const copy = structuredClone(sale);
  change(copy);
  return copy;
}

function line(copy: WebSale): WebSale['invoiceLineItems'][number] {
  return copy.invoiceLineItems[0] as WebSale['invoiceLineItems'][number];
}

function payment(copy: WebSale): WebSale['invoicePayments'][number] {
  return copy.invoicePayments[0] as WebSale['invoicePayments'][number];
}

describe('sales/create takes', () => {
  test('the worked example of the reference', async () => {
    const { status, body } = await hike.post<Sale>('/sales/create', sale);
    expect(status).toBe(201);
    expect(body).toMatchObject({ number: 'BC-1042', status: 'Completed', subTotal: 40, totalTax: 5, netAmount: 55, totalPaid: 55, registerName: 'Online' });
  });

  test('amounts as strings, a lower-case registerid and a status by number', async () => {
    const { registerId, ...rest } = changed((copy) => {
      copy.netAmount = '55.00';
      copy.status = 2;
    });
    const { status, body } = await hike.post<Sale>('/sales/create', { ...rest, registerid: registerId });
    expect([status, body.status, body.netAmount]).toEqual([201, 'Completed', 55]);
  });

  test('the same number twice as two sales', async () => {
    const first = await hike.post<Sale>('/sales/create', sale);
    const second = await hike.post<Sale>('/sales/create', sale);
    expect(second.body.id).not.toBe(first.body.id);
  });

  test('a cent of rounding that is in the total', async () => {
    const body = changed((copy) => {
      copy.roundingAmount = -0.01;
      copy.netAmount = 54.99;
      copy.totalPaid = 54.99;
      Object.assign(payment(copy), { amount: 54.99, tenderedAmount: 54.99 });
    });
    expect((await hike.post('/sales/create', body)).status).toBe(201);
  });

  test('line tax rounded to the cent', async () => {
    const body = changed((copy) => {
      Object.assign(line(copy), { quantity: 1, retailPrice: 18.5, soldPrice: 18.5, totalAmount: 18.5, effectiveAmount: 18.5, taxAmount: 1.68, taxExclusiveTotalAmount: 16.82 });
      Object.assign(copy, { subTotal: 16.82, totalTax: 2.68, netAmount: 29.5, totalPaid: 29.5 });
      Object.assign(payment(copy), { amount: 29.5, tenderedAmount: 29.5 });
    });
    expect((await hike.post('/sales/create', body)).status).toBe(201);
  });
});

describe('sales/create refuses', () => {
  const moneyCases: [string, (copy: WebSale) => void, string][] = [
    ['a total that is a cent off', (copy) => void (copy.netAmount = 55.01), 'netAmount'],
    ['shipping tax on top of the shipping cost', (copy) => void (copy.netAmount = 56), 'netAmount'],
    ['a sub-total with tax in it', (copy) => void (copy.subTotal = 44), 'subTotal'],
    ['tax without the shipping tax', (copy) => void (copy.totalTax = 4), 'totalTax'],
    ['more rounding than five cents', (copy) => Object.assign(copy, { roundingAmount: 0.06, netAmount: 55.06 }), 'roundingAmount'],
    ['shipping tax that exceeds the shipping', (copy) => void (copy.shippingTaxAmount = 12), 'shippingTaxAmount'],
    ['the line total as sold price', (copy) => void (line(copy).soldPrice = 44), 'invoiceLineItems[0].soldPrice'],
    ['a line discount that the sold price ignores', (copy) => void (line(copy).discountValue = 10), 'invoiceLineItems[0].soldPrice'],
    ['line tax on top of an inclusive price', (copy) => void (line(copy).taxAmount = 4.4), 'invoiceLineItems[0].taxAmount'],
    ['a paid total that is not the sum of the payments', (copy) => void (copy.totalPaid = 50), 'totalPaid'],
    ['a completed sale that is not paid in full', (copy) => Object.assign(payment(copy), { amount: 50, tenderedAmount: 50 }), 'invoicePayments'],
    ['a quantity of five decimals', (copy) => void (line(copy).quantity = 1.00001), 'invoiceLineItems'],
    ['a negative line in a completed sale', (copy) => void (line(copy).quantity = -2), 'invoiceLineItems'],
  ];
  test.each(moneyCases)('%s', async (_name, change, field) => {
    const { status, body } = await hike.post<Refused>('/sales/create', changed(change));
    expect(status).toBe(422);
    expect(body.errors.map((error) => error.field)).toContain(field);
  });

  const idCases: [string, (copy: WebSale) => void, string][] = [
    ['an outlet that does not exist', (copy) => void (copy.outletId = 999), 'outletId'],
    ['a register of another outlet', (copy) => void (copy.registerId += 1), 'registerId'],
    ['an unknown product', (copy) => void (line(copy).invoiceItemValue = 1), 'invoiceLineItems[0].invoiceItemValue'],
    ['an unknown tax', (copy) => void (line(copy).taxId = 1), 'invoiceLineItems[0].taxId'],
    ['a rate that is not the tax’s', (copy) => void (line(copy).taxRate = 15), 'invoiceLineItems[0].taxRate'],
    ['an unknown payment type', (copy) => void (payment(copy).paymentOptionId = 27), 'invoicePayments[0].paymentOptionId'],
    ['the wrong kind of payment', (copy) => void (payment(copy).paymentOptionType = 0), 'invoicePayments[0].paymentOptionType'],
    ['an unknown customer', (copy) => Object.assign(copy, { customerId: 1 }), 'customerId'],
    ['another currency', (copy) => void (copy.currency = 'USD'), 'currency'],
    ['a status that is none', (copy) => void (copy.status = 'Finalized'), 'status'],
  ];
  test.each(idCases)('%s', async (_name, change, field) => {
    const { status, body } = await hike.post<Refused>('/sales/create', changed(change));
    expect(status).toBe(422);
    expect(body.errors.map((error) => error.field)).toContain(field);
  });

  test('the parent of a product with variants', async () => {
    const tee = (await hike.shop()).products.find((row) => row.sku === 'TEE');
    const body = changed((copy) => void (line(copy).invoiceItemValue = tee?.id ?? 0));
    expect((await hike.post('/sales/create', body)).status).toBe(422);
  });

  test('a product of another shop', async () => {
    hike.hike.createWorld('us', 'other');
    const other = (await hike.control<{ products: { id: number }[] }>('GET', '/shops/other')).body.products[0]?.id ?? 0;
    expect((await hike.post('/sales/create', changed((copy) => void (line(copy).invoiceItemValue = other)))).status).toBe(422);
  });

  test('a refused sale leaves no trace', async () => {
    const before = await hike.shop();
    await hike.post('/sales/create', changed((copy) => void (copy.netAmount = 1)));
    expect(await hike.shop()).toEqual(before);
  });

  test('a body that is no JSON type or no JSON', async () => {
    expect((await hike.post('/sales/create', sale, 'application/x-www-form-urlencoded')).status).toBe(400);
  });
});
