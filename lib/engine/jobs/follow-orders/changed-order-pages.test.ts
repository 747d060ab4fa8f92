import { describe, expect, it } from 'vitest';
import type { OrderId } from '../../../domain/ids';
import type { Order } from '../../../domain/order';
import { anOrder } from '../../../domain/testing/an-order';
import { BrokenContract } from '../../ports/failures';
import type { MeetOdd, OddItem } from '../../ports/odd-item';
import { createTestContext, NOW } from '../../testing/create-test-context';
import { archivedOrderPages, changedOrderPages } from './changed-order-pages';

const odd = (id: string): OddItem => ({ id, number: null, why: 'no status', content: `{"id":${id}}` });
const order = (id: number): Order => anOrder({ id: id as OrderId });

/** Both lists answer these pages, one after the other; an odd order that nobody wants to meet fails its page, as adapters have it. */
const lists = async (...pages: (Order | OddItem)[][]) => {
  const { context } = await createTestContext();
  const read = async (_since: unknown, page: number, meet?: MeetOdd): Promise<Order[]> =>
    (pages[page - 1] ?? []).flatMap((one) => {
      if (!('why' in one)) return [one];
      if (!meet) throw new BrokenContract('bigcommerce', one.why);
      meet(one);
      return [];
    });
  return { bigcommerce: { ...context.bigcommerce, orders: { ...context.bigcommerce.orders, listModifiedSince: read, listArchivedSince: read } } };
};

describe.each([
  ['changed', changedOrderPages],
  ['archived', archivedOrderPages],
])('orders that were %s', (_, pagesOf) => {
  const readAll = async (context: Awaited<ReturnType<typeof lists>>, meet?: (id: string | null) => void) => {
    const read: number[][] = [];
    for await (const page of pagesOf(context, NOW, meet && (({ id }) => meet(id)))) read.push(page.map(({ id }) => id));
    return read;
  };

  it('are read to the end, past a page on which none is understood', async () => {
    const met: (string | null)[] = [];
    expect(await readAll(await lists([order(1)], [odd('7')], [odd('8')], [order(2)]), (id) => met.push(id))).toEqual([[1], [], [], [2]]);
    expect(met).toEqual(['7', '8']);
  });

  it.each([[[order(1), order(2)]], [[odd('7')]]])('are an error when a page comes twice: what it hides is not read', async (page) => {
    const met: (string | null)[] = [];
    const reading = readAll(await lists(page, page), (id) => met.push(id));
    await expect(reading).rejects.toMatchObject({ side: 'bigcommerce', message: 'bigcommerce, list of orders: page 2 is page 1 again' });
    expect(met.length).toBeLessThan(2);
  });

  it('are an error when one is not understood and nobody wants to hear of it', async () => {
    await expect(readAll(await lists([order(1)], [odd('7')]))).rejects.toThrow('no status');
  });
});
