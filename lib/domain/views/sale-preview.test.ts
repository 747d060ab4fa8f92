import { describe, expect, it } from 'vitest';
import { HikeCustomerId } from '../ids';
import type { Order } from '../order';
import { hikeSaleFromBigCommerceOrder } from '../rules/hike-sale-from-bigcommerce-order';
import type { ImportContext } from '../rules/import-context';
import { taxed } from '../testing/amounts';
import { someLists } from '../testing/a-shop';
import { anImportContext } from '../testing/an-import-context';
import { anOrder } from '../testing/an-order';
import { salePreview } from './sale-preview';

const previewOf = (order: Partial<Order> = {}, context: Partial<ImportContext> = {}) => {
  const decision = hikeSaleFromBigCommerceOrder(anOrder(order), anImportContext(context));
  if (decision.kind === 'refuse') throw new Error(decision.problem.code);
  return salePreview(decision.draft, someLists());
};

describe('what an order would become', () => {
  it('reads like a receipt', () => {
    expect(previewOf()).toMatchObject({
      number: 'BC-1042',
      status: 'Parked',
      lines: [{ title: 'Canvas tote', sku: 'TOTE-01', quantity: 2, unitPrice: 'A$22.00', discount: '', tax: 'GST', total: 'A$44.00' }],
      shipping: { amount: 'A$11.00', tax: 'GST' },
      rounding: null,
      total: 'A$55.00',
      tax: 'A$5.00',
      payments: [{ amount: 'A$55.00' }],
    });
  });

  it('names outlet and register as Hike does', () => {
    const { outlet, register } = previewOf();
    expect(someLists().outlets.map(({ name }) => name)).toContain(outlet);
    expect(someLists().registers.map(({ name }) => name)).toContain(register);
  });

  it('has no line for shipping that costs nothing', () => {
    expect(previewOf({ shipping: taxed(0, 0), total: taxed(4400, 4000) })).toMatchObject({ shipping: null, total: 'A$44.00' });
  });

  it.each([
    [{ id: HikeCustomerId.parse(5), name: 'Ana Diaz' }, 'Ana Diaz'],
    [null, 'Walk-in'],
  ])('names the customer %j %s', (customer, name) => {
    expect(previewOf({}, { customer }).customer).toBe(name);
  });
});
