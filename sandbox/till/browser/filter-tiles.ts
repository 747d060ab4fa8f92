import { element } from './page.ts';

/** Shows the tiles whose name or SKU holds what was typed. */
export function filterTiles(): void {
  const wanted = element<HTMLInputElement>('#find').value.trim().toLowerCase();
  for (const tile of document.querySelectorAll<HTMLElement>('.tile')) {
    const item = tile.parentElement;
    const text = `${tile.dataset.name ?? ''} ${tile.dataset.sku ?? ''}`.toLowerCase();
    if (item) item.hidden = !text.includes(wanted);
  }
}
