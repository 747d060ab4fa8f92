import { recordSale } from '../sales/record-sale.ts';
import type { Sale } from '../sales/sale.ts';
import type { Desk } from '../state/desk.ts';

/** Voids a sale: its goods go back or are free again; what it says stays as it was. */
export function voidSale(desk: Desk, sale: Sale, note: string | undefined): Sale {
  return recordSale(desk, { ...sale, status: 'Voided', note: note ?? sale.note }).sale;
}
