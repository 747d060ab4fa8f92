import { announce, element } from './page.ts';
import { tillCall } from './till-call.ts';

function chosenLines(card: HTMLElement) {
  return [...card.querySelectorAll<HTMLInputElement>('[data-line]')]
    .filter((input) => Number(input.value) > 0)
    .map((input) => ({ lineId: Number(input.dataset.line), quantity: input.value }));
}

function restock(card: HTMLElement): boolean {
  return element<HTMLInputElement>('[data-field="restock"]', card).checked;
}

async function giveBackSome(card: HTMLElement, id: string, exchange: boolean): Promise<void> {
  const back = chosenLines(card);
  if (back.length === 0) {
    announce('Say first how many units come back.', 'refused');
    return;
  }
  if (!exchange) {
    await tillCall(`/${id}/refund`, { lines: back, restock: restock(card) }, 'Refunded');
    return;
  }
  const sku = element<HTMLSelectElement>('[data-field="goods"]', card).value;
  await tillCall(`/${id}/exchange`, { returns: back, lines: [{ sku }], restock: restock(card) }, 'Exchanged');
}

async function pay(card: HTMLElement, id: string): Promise<void> {
  const type = element<HTMLSelectElement>('[data-field="tender"]', card).value;
  const amount = element<HTMLInputElement>('[data-field="amount"]', card).value;
  await tillCall(`/${id}/pay`, { payments: [{ type, ...(amount === '' ? {} : { amount }) }] }, 'Paid');
}

/** Voids, refunds, exchanges or takes a payment on a sale of the list. */
export async function actOnSale(action: string, card: HTMLElement): Promise<void> {
  const id = card.dataset.sale ?? '';
  if (action === 'pay') await pay(card, id);
  else if (action === 'void') await tillCall(`/${id}/void`, {}, 'Voided');
  else if (action === 'refund-all') await tillCall(`/${id}/refund`, { restock: restock(card) }, 'Refunded');
  else await giveBackSome(card, id, action === 'exchange');
}
