import { actOnSale } from './act-on-sale.ts';
import { addToBasket, watchDiscount } from './basket.ts';
import { filterTiles, findOnServer } from './filter-tiles.ts';
import { announce, element } from './page.ts';
import { sell } from './sell.ts';

/** One action at a time: a second press while the first is under way does nothing. */
let busy = false;

async function once(action: () => Promise<void>): Promise<void> {
  if (busy) return;
  busy = true;
  try {
    await action();
  } catch (error) {
    announce(`The till did not answer: ${String(error)}`, 'refused');
  } finally {
    busy = false;
  }
}

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('button') : null;
  if (!button) return;
  const { sell: way, act } = button.dataset;
  const card = button.closest<HTMLElement>('[data-sale]');
  if (button.classList.contains('tile')) addToBasket(button);
  else if (way !== undefined) void once(() => sell(way));
  else if (act !== undefined && card) void once(() => actOnSale(act, card));
});
element('#find').addEventListener('input', filterTiles);
element('#find').addEventListener('change', () => void once(findOnServer));
watchDiscount();
