import { bigcommerceOrderFromHikeSale, type SendContext } from '../../lib/domain/rules/bigcommerce-order-from-hike-sale';
import { hikeSaleFromBigCommerceOrder } from '../../lib/domain/rules/hike-sale-from-bigcommerce-order';
import { aProfile, someSettings } from '../../lib/domain/testing/a-shop';
import { check, type Run, type Tally } from '../kit/check';
import { cart, orderOf } from './cart';
import { judgeImport } from './order-oracle';
import { judgeSend } from './sale-oracle';
import { saleOf, till } from './till-sale';

const base: Omit<SendContext, 'profile'> = { settings: someSettings(), importedFrom: null, variants: new Map(), customer: null, registerName: null, laterSales: [] };

/** Half of the carts are orders that become sales, the other half sales that become orders; each is judged by exact fractions. */
export const fuzzMoney = async (run: Run): Promise<Record<string, Tally>> => {
  const half = { ...run, inputs: Math.ceil(run.inputs / 2) };
  const imports = await check('order to sale', cart, {
    run: half,
    attempt: async (given) => {
      const { order, context } = orderOf(given);
      return judgeImport(order, context, hikeSaleFromBigCommerceOrder(order, context));
    },
  });
  const sends = await check('sale to order', till, {
    run: half,
    attempt: async (given) => {
      const sale = saleOf(given);
      return judgeSend(sale, given.error, bigcommerceOrderFromHikeSale(sale, { ...base, profile: aProfile({ currency: given.currency }) }));
    },
  });
  return { 'order to sale': imports, 'sale to order': sends };
};
