import { PaymentTypeId, SaleId } from '../ids';
import { Instant } from '../instant';
import { quantityFromDecimal } from '../quantity';
import { Sale, SaleLine } from '../sale';
import { AUD, cents, decimal } from './amounts';

/** One tote for 22.00 with 10 % GST inside; a quantity in units, as text. */
export const aSaleLine = ({ units = '1', ...change }: Partial<Omit<SaleLine, 'quantity'>> & { units?: string } = {}): SaleLine => {
  const line = { productId: 812, title: 'Canvas tote', sku: 'TOTE-01', total: cents(2200), exTax: cents(2000), tax: cents(200), ...change };
  return SaleLine.parse({ ...line, quantity: quantityFromDecimal(decimal(units)) });
};

/** A till sale of one tote for 22.00, paid in cash. */
export const aSale = (change: Partial<Sale> = {}): Sale =>
  Sale.parse({
    id: 501,
    number: 'T1-1000',
    status: 'Completed',
    transactionDate: Instant.parse('2026-01-15T03:20:00.000Z'),
    modifiedAt: Instant.parse('2026-01-15T03:20:00.000Z'),
    outletId: 1,
    registerId: 5,
    customerId: null,
    customerName: '',
    taxInclusive: true,
    currency: AUD,
    lines: [aSaleLine()],
    shipping: cents(0),
    shippingTax: cents(0),
    tip: cents(0),
    rounding: cents(0),
    discount: cents(0),
    totalTax: cents(200),
    net: cents(2200),
    paid: cents(2200),
    payments: [{ typeId: 8, name: 'Cash', amount: cents(2200) }],
    note: '',
    originalSaleId: null,
    source: null,
    ...change,
  });

/** What came back of `aSale`: a sale of its own with negative amounts. */
export const aRefund = (change: Partial<Sale> = {}): Sale =>
  aSale({
    id: SaleId.parse(601),
    number: 'T1-1001',
    status: 'Refunded',
    transactionDate: Instant.parse('2026-01-16T01:00:00.000Z'),
    lines: [aSaleLine({ units: '-1', total: cents(-2200), exTax: cents(-2000), tax: cents(-200) })],
    totalTax: cents(-200),
    net: cents(-2200),
    paid: cents(-2200),
    payments: [{ typeId: PaymentTypeId.parse(8), name: 'Cash', amount: cents(-2200) }],
    originalSaleId: SaleId.parse(501),
    ...change,
  });
