import { basketBody, emptyBasket } from './basket.ts';
import { announce, element } from './page.ts';
import { tillCall } from './till-call.ts';

interface Payment {
  type: string;
  amount?: string;
}

interface Way {
  status: string;
  payments(): Payment[];
  done: string;
}

function typed(id: string): string {
  return element<HTMLInputElement>(`#${id}`).value;
}

function partInCash(id: string): Payment[] {
  return typed(id) === '' ? [] : [{ type: 'Cash', amount: typed(id) }];
}

const none = () => [];

const WAYS: Record<string, Way> = {
  cash: { status: 'Completed', payments: () => [{ type: 'Cash' }], done: 'Paid in cash' },
  card: { status: 'Completed', payments: () => [{ type: 'Card' }], done: 'Paid by card' },
  split: { status: 'Completed', payments: () => [...partInCash('part'), { type: 'Card' }], done: 'Paid in cash and by card' },
  'lay-by': { status: 'LayBy', payments: () => partInCash('deposit'), done: 'Laid by' },
  park: { status: 'Parked', payments: none, done: 'Parked' },
  'on-account': { status: 'OnAccount', payments: none, done: 'On account' },
  'back-order': { status: 'BackOrder', payments: none, done: 'Back-ordered' },
  quote: { status: 'Quote', payments: none, done: 'Quoted' },
};

/** Ends the sale in the basket in the way that the button names. */
export async function sell(name: string): Promise<void> {
  const way = WAYS[name];
  const basket = basketBody();
  if (!way) return;
  if (basket.lines.length === 0) {
    announce('The basket is empty.', 'refused');
    return;
  }
  if (await tillCall('', { ...basket, status: way.status, payments: way.payments() }, way.done)) emptyBasket();
}
