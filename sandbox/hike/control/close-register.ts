import type { Desk } from '../state/desk.ts';
import type { Register, RegisterClosure } from '../state/shop.ts';
import { Big, sum, wireNumber } from '../wire/money.ts';

/** The end of a shift: the closure gets its total, and the register opens the next one. */
export function closeRegister(desk: Desk, register: Register): RegisterClosure {
  const { shop, state } = desk;
  const now = desk.now().toISOString();
  const closure = shop.closures.find((other) => other.id === register.registerClosureId);
  if (!closure) throw new Error(`Register ${register.id} has no closure.`);
  const paid = shop.sales
    .flatMap((sale) => (sale.status === 'Voided' ? [] : sale.invoicePayments))
    .filter((payment) => payment.registerClosureId === closure.id && payment.isPaid && !payment.isDeleted);
  closure.endDateTime = now;
  closure.total_sales = wireNumber(sum(paid.map((payment) => new Big(payment.amount))));
  register.registerClosureId = state.nextId('closure');
  shop.closures.push({ ...closure, id: register.registerClosureId, startDateTime: now, endDateTime: null, total_sales: 0 });
  return closure;
}
