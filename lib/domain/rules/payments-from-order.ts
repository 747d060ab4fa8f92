import { add, subtract, type Money } from '../money';
import type { Order } from '../order';
import { isProblem, type Problem } from '../problems';
import type { SalePaymentDraft } from '../sale';
import { GIFT_CERTIFICATE_METHOD, STORE_CREDIT_METHOD } from '../paying-methods';
import type { ImportContext } from './import-context';
import { paymentTypeForMethod } from './payment-type-for-method';

type Paid = Pick<Order, 'total' | 'giftCertificates' | 'storeCredit' | 'paymentMethod'>;

/**
 * What the order may be worth, the likelier reading first: nothing proves whether `total_inc_tax` still contains what
 * store credit and gift certificates paid, so the reading under which the money agrees decides.
 */
export const worthReadings = ({ total, giftCertificates, storeCredit }: Paid): Money[] => {
  const credit = add(giftCertificates, storeCredit);
  const readings = credit.minor === 0 ? [total.incTax] : [total.incTax, add(total.incTax, credit)];
  return readings.filter(({ minor }) => minor >= credit.minor);
};

/** Who pays what: gift certificates and store credit first, the rest by the order's method. A free order has no payment. */
export const paymentsFromOrder = (order: Paid, worth: Money, context: Pick<ImportContext, 'settings' | 'hikeLists'>): SalePaymentDraft[] | Problem => {
  const tenders = [
    { method: GIFT_CERTIFICATE_METHOD, amount: order.giftCertificates },
    { method: STORE_CREDIT_METHOD, amount: order.storeCredit },
    { method: order.paymentMethod, amount: subtract(worth, add(order.giftCertificates, order.storeCredit)) },
  ].filter(({ amount }) => amount.minor > 0);
  const payments: SalePaymentDraft[] = [];
  for (const { method, amount } of tenders) {
    const type = paymentTypeForMethod(method, context);
    if (isProblem(type)) return type;
    payments.push({ typeId: type.id, name: type.name, kind: type.kind, amount });
  }
  return payments;
};
