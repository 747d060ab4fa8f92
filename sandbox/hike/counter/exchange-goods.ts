import type { Sale, SaleLine } from '../sales/sale.ts';
import type { Desk } from '../state/desk.ts';
import { Big, rounded } from '../wire/money.ts';
import { Refusal } from '../wire/refusal.ts';
import type { ExchangeGoods } from './counter-input.ts';
import { findRegister } from './find-things.ts';
import { lineToSell } from './line-to-sell.ts';
import { recordAtTill } from './record-at-till.ts';
import { linesToReturn, returnedLine, wholeSalePercent } from './returned-line.ts';

/** The header's discounts would fall on the new goods too, so what comes back is priced after them. */
function returnedNet(desk: Desk, sale: Sale, { line, quantity }: { line: SaleLine; quantity: Big }) {
  const paid = new Big(line.soldPrice).times(new Big(100).minus(wholeSalePercent(sale))).div(100);
  const retailPrice = rounded(paid, desk.shop.decimals).toNumber();
  return { ...returnedLine(line, quantity), retailPrice, discountIsAsPercentage: true, discountValue: 0 };
}

/** Old goods back and new goods out in one sale; the difference is paid or given back. */
export function exchangeGoods(desk: Desk, sale: Sale, exchange: ExchangeGoods): Sale {
  if (sale.status !== 'Completed' && sale.status !== 'Exchange')
    throw Refusal.invalid([{ field: 'status', message: `Goods of a sale with status ${sale.status} cannot be exchanged.` }]);
  const register = findRegister(desk.shop, exchange.register ?? sale.registerId);
  return recordAtTill(desk, {
    register,
    at: exchange.at,
    draft: {
      status: 'Exchange',
      referenceInvoiceId: sale.id,
      referenceNote: `Exchange of ${sale.number}`,
      note: exchange.note,
      customerId: sale.customerId,
      isReStockWhenRefund: exchange.restock,
      invoiceLineItems: [
        ...linesToReturn(sale, exchange.returns).map((back) => returnedNet(desk, sale, back)),
        ...exchange.lines.map((line) => lineToSell(desk.shop, line, register.outletID)),
      ],
    },
    payments: (due) => exchange.payments ?? (due.eq(0) ? [] : [{ type: 'Cash' }]),
  });
}
