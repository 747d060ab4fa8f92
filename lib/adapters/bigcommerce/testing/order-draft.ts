import type { SaleId } from '../../../domain/ids';
import { Instant } from '../../../domain/instant';
import { Currency, money } from '../../../domain/money';
import { ORDER_STATUS, type OrderDraft } from '../../../domain/order';
import type { VariantFacts } from '../../../engine/ports/bigcommerce';

const AUD = Currency.parse('AUD');
const taxed = (inc: number, ex: number) => ({ incTax: money(inc, AUD), exTax: money(ex, AUD) });
const nobody = { firstName: '', lastName: '', company: '', street1: '', street2: '', city: '', state: '', postcode: '', country: 'Australia', countryCode: 'AU', phone: '', email: '' };

/** Two of a product, one custom line, shipping and a tip. */
export const orderDraftOf = (saleId: SaleId, { productId, variantId, sku }: VariantFacts): OrderDraft => ({
  saleId,
  statusId: ORDER_STATUS.Completed,
  createdAt: Instant.parse('2026-01-15T03:20:00.000Z'),
  customerId: null,
  billing: nobody,
  lines: [
    { variant: { productId, variantId }, name: 'Tote', sku, quantity: 2, unit: taxed(2200, 2000) },
    { variant: null, name: 'Gift wrap', sku: '', quantity: 1, unit: taxed(550, 500) },
  ],
  fees: [{ name: 'Tip', amount: taxed(200, 200) }],
  discount: money(0, AUD),
  subtotal: taxed(4950, 4500),
  shipping: taxed(1100, 1000),
  total: taxed(6250, 5700),
  paymentMethod: 'Cash, Card',
  staffNotes: `Hike sale ${saleId}`,
});
