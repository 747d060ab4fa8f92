import type { Shop } from '../hike/state/shop.ts';

export function money(shop: Shop, amount: number): string {
  return new Intl.NumberFormat('en', { style: 'currency', currency: shop.currency, currencyDisplay: 'narrowSymbol' }).format(amount);
}

/** Hike's API speaks UTC, and so does this page; it says so. */
export function when(iso: string): string {
  return `${new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(iso))} UTC`;
}

const STATUS_WORDS: Record<string, string> = { LayBy: 'Lay-by', OnAccount: 'On account', BackOrder: 'Back order' };

export function statusInWords(status: string): string {
  return STATUS_WORDS[status] ?? status;
}
