import type { Instant } from '../../../domain/instant';
import type { Order } from '../../../domain/order';
import { BrokenContract } from '../../ports/failures';
import type { MeetOdd, OddItem } from '../../ports/odd-item';
import type { JobContext } from '../job';

type Context = Pick<JobContext, 'bigcommerce'>;

/**
 * Orders that changed since then, page by page. A list that answers the same page again has no end, and what it hides is
 * not read. With `meetOdd`, orders that are not understood are told before the page that they stood on.
 */
export const changedOrderPages = ({ bigcommerce: { orders } }: Context, since: Instant, meetOdd?: MeetOdd): AsyncGenerator<Order[]> =>
  pagesOf((page, meet) => orders.listModifiedSince(since, page, meet), meetOdd);

/** Orders that were archived since then. BigCommerce's list of changed orders leaves them out, and a hook may be lost. */
export const archivedOrderPages = ({ bigcommerce: { orders } }: Context, since: Instant, meetOdd?: MeetOdd): AsyncGenerator<Order[]> =>
  pagesOf((page, meet) => orders.listArchivedSince(since, page, meet), meetOdd);

async function* pagesOf(read: (page: number, meet?: MeetOdd) => Promise<Order[]>, meetOdd: MeetOdd | undefined): AsyncGenerator<Order[]> {
  let last = '';
  for (let page = 1; ; page += 1) {
    const odd: OddItem[] = [];
    const orders = await read(page, meetOdd && ((one) => void odd.push(one)));
    if (orders.length + odd.length === 0) return;
    const content = [...orders.map(({ id, modifiedAt }) => `${id} ${modifiedAt}`), ...odd.map((one) => one.content)].join();
    if (content === last) throw new BrokenContract('bigcommerce', `bigcommerce, list of orders: page ${page} is page ${page - 1} again`);
    last = content;
    if (meetOdd) odd.forEach(meetOdd);
    yield orders;
  }
}
