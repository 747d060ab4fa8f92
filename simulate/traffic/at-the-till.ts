import type { BasketLine, TrafficStep } from '../schedule/step';
import type { Stage } from '../world/stage';
import { type HikeProduct, nth, nthNewest, shopOf } from './things';

type TillStep = Extract<TrafficStep, { kind: 'ring-up' | 'pay' | 'void' | 'refund' | 'exchange' }>;

/** What can be rung up: no parent of variants. */
export const goodsOf = (products: readonly HikeProduct[]): HikeProduct[] => products.filter((product) => !product.has_variants && product.isActive);

const linesOf = (goods: readonly HikeProduct[], lines: readonly BasketLine[]) =>
  lines.flatMap(({ item, quantity, discount }) => {
    const product = nth(goods, item);
    return product === undefined ? [] : [{ productId: product.id, quantity, ...(discount > 0 && { discountPercent: discount }) }];
  });

/** A little in cash, the rest by card. */
const SPLIT = [{ type: 'Cash', amount: 0.5 }, { type: 'Card' }];
const DEPOSIT = SPLIT.slice(0, 1);

const tendersOf = (status: string): typeof SPLIT | undefined => {
  if (status === 'Completed') return SPLIT;
  return status === 'Quote' ? undefined : DEPOSIT;
};

export const ringUp = async (stage: Stage, { status, lines, customer, shipping, isSplit }: Omit<Extract<TillStep, { kind: 'ring-up' }>, 'kind'>): Promise<void> => {
  const { products, customers, taxes } = await shopOf(stage);
  const shippingTax = taxes.find(({ rate }) => rate > 0)?.name;
  const buyer = customer === null ? undefined : nth(customers, customer);
  await stage.platforms.control(`/hike/shops/${stage.place.shopId}/sales`, {
    body: {
      status,
      lines: linesOf(goodsOf(products), lines),
      ...(buyer && { customerId: buyer.id }),
      ...(shipping > 0 && { shipping, shippingTax }),
      ...(isSplit && { payments: tendersOf(status) }),
    },
  });
};

/** What becomes of an older sale is not looked for: Hike most likely tells by the date of a sale, not of its change. */
const FOLLOWED_MS = 6 * 24 * 60 * 60_000;

/** A person at the till. */
export const atTheTill = async (stage: Stage, step: TillStep): Promise<void> => {
  if (step.kind === 'ring-up') return ringUp(stage, step);
  const { sales, products } = await shopOf(stage);
  const sale = nthNewest(sales.filter(({ transactionDate }) => Date.parse(transactionDate) > stage.time.now() - FOLLOWED_MS), step.sale);
  if (sale === undefined) return;
  const act = (what: string, body: object) => stage.platforms.control(`/hike/shops/${stage.place.shopId}/sales/${sale.id}/${what}`, { body });
  // What an exchange took back is not given back again.
  const line = sale.invoiceLineItems.find(({ quantity }) => quantity > 0);
  switch (step.kind) {
    case 'pay':
      // Nobody is asked for nothing.
      return void (await act('pay', { payments: sale.totalPaid < sale.netAmount ? [{ type: 'Card' }] : [] }));
    case 'void':
      return void (await act('void', {}));
    case 'refund':
      return void (await act('refund', step.isWhole || line === undefined ? {} : { lines: [{ lineId: line.id, quantity: 1 }] }));
    case 'exchange': {
      const fresh = nth(goodsOf(products), step.item);
      if (fresh === undefined || line === undefined) return;
      return void (await act('exchange', { returns: [{ lineId: line.id, quantity: 1 }], lines: [{ productId: fresh.id, quantity: 1 }] }));
    }
  }
};
