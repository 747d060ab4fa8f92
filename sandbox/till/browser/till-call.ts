import { filterTiles } from './filter-tiles.ts';
import { announce, element, refresh } from './page.ts';

interface SaleAnswer {
  number: string;
  status: string;
  netAmount: number;
}

interface RefusalAnswer {
  message: string;
  errors?: { message: string }[];
}

export function asMoney(amount: number): string {
  const currency = element('main').dataset.currency ?? 'AUD';
  return new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(amount);
}

/** Does something at the till, says how it went, and shows the new state. True when it was done. */
export async function tillCall(path: string, body: object, done: string): Promise<boolean> {
  const shop = element('main').dataset.shop ?? '';
  const response = await fetch(`/till/api/shops/${shop}/sales${path}`, { method: 'POST', body: JSON.stringify(body) });
  const answer = (await response.json()) as SaleAnswer & RefusalAnswer;
  if (!response.ok) {
    announce(answer.errors?.map((error) => error.message).join(' ') ?? answer.message, 'refused');
    return false;
  }
  await refresh();
  filterTiles();
  announce(`${done}: sale ${answer.number}, ${asMoney(answer.netAmount)}.`, 'done');
  return true;
}
