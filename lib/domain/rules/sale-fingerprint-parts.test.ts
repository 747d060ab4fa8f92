import { describe, expect, it } from 'vitest';
import { Instant } from '../instant';
import type { Sale } from '../sale';
import { cents } from '../testing/amounts';
import { aSale, aSaleLine } from '../testing/a-sale';
import { saleFingerprintParts } from './sale-fingerprint-parts';

describe('saleFingerprintParts', () => {
  it.each<[string, Partial<Sale>]>([
    ['touched', { modifiedAt: Instant.parse('2026-02-01T00:00:00.000Z') }],
    ['given a note', { note: 'fragile' }],
  ])('stays the same when a sale was only %s', (_, change) => {
    expect(saleFingerprintParts(aSale(change))).toBe(saleFingerprintParts(aSale()));
  });

  it.each<[string, Partial<Sale>]>([
    ['status', { status: 'Voided' }],
    ['sum of the payments', { paid: cents(100) }],
    ['way of paying', { payments: [{ typeId: 9 as never, name: 'Cash', amount: cents(2200) }] }],
    ['name of the way of paying', { payments: [{ typeId: 8 as never, name: 'Card', amount: cents(2200) }] }],
    ['amount of a payment', { payments: [{ typeId: 8 as never, name: 'Cash', amount: cents(2100) }] }],
    ['lines', { lines: [aSaleLine({ units: '2' })] }],
    ['total', { net: cents(1) }],
    ['customer', { customerId: 51 as never }],
    ['number', { number: 'T1-2' }],
    ['sale that it goes back to', { originalSaleId: 500 as never }],
    ['source', { source: 5 }],
    ['tax of a line', { lines: [aSaleLine({ tax: cents(100) })] }],
  ])('changes with the %s', (_, change) => {
    expect(saleFingerprintParts(aSale(change))).not.toBe(saleFingerprintParts(aSale()));
  });
});
