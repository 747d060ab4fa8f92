import { HikeCustomerId, HikeProductId, OrderId, OutletId, PaymentTypeId, RegisterId } from '../../../domain/ids';
import { Instant } from '../../../domain/instant';
import { Currency, Decimal, money } from '../../../domain/money';
import { HikeTax, type SaleDraft } from '../../../domain/sale';

const AUD = Currency.parse('AUD');

export const gst = HikeTax.parse({ id: 2, name: 'GST', rate: '10', isActive: true });

/** The worked example of the reference (hike-api 6.4 and 6.8). */
export const draftOf = (change: Partial<SaleDraft> = {}): SaleDraft => ({
  orderId: OrderId.parse(1042),
  reference: 'BC-1042',
  status: 'Completed',
  transactionDate: Instant.parse('2026-01-15T03:20:00.000Z'),
  outletId: OutletId.parse(1),
  registerId: RegisterId.parse(2),
  customer: { id: HikeCustomerId.parse(51), name: 'Ana Diaz' },
  taxInclusive: true,
  currency: AUD,
  lines: [
    { productId: HikeProductId.parse(812), title: 'Canvas tote', sku: 'TOTE-01', quantity: 2, retailPrice: money(2200, AUD), unitDiscount: money(0, AUD), tax: gst },
  ],
  shipping: money(1100, AUD),
  shippingTax: { tax: gst, amount: Decimal.parse('1.00') },
  rounding: money(0, AUD),
  payments: [{ typeId: PaymentTypeId.parse(9), name: 'BigCommerce', kind: 12, amount: money(5500, AUD) }],
  note: 'BigCommerce order 1042 (store abc)',
  ...change,
});
