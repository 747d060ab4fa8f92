import { element, refresh } from './page.ts';

/** A large shop sends a part of its goods: the server finds what was typed. The address remembers it for what is sold next. */
export async function findOnServer(): Promise<void> {
  const input = element<HTMLInputElement>('#find');
  if (input.dataset.partial !== 'yes') return;
  history.replaceState(null, '', `?find=${encodeURIComponent(input.value.trim())}`);
  await refresh();
}

/** Shows the tiles whose name or SKU holds what was typed. */
export function filterTiles(): void {
  const wanted = element<HTMLInputElement>('#find').value.trim().toLowerCase();
  for (const tile of document.querySelectorAll<HTMLElement>('.tile')) {
    const item = tile.parentElement;
    const text = `${tile.dataset.name ?? ''} ${tile.dataset.sku ?? ''}`.toLowerCase();
    if (item) item.hidden = !text.includes(wanted);
  }
}
