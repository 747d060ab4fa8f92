import { announce, element } from './page.ts';

interface RefusalAnswer {
  message: string;
  errors?: { message: string }[];
}

async function send(method: string, path: string, body: object): Promise<void> {
  const response = await fetch(`/till/api/shops/${element('main').dataset.shop}/products/${path}`, { method, body: JSON.stringify(body) });
  if (response.ok) return;
  const answer = (await response.json()) as RefusalAnswer;
  throw new Error(answer.errors?.map((error) => error.message).join(' ') ?? answer.message);
}

/** What was changed in the fields of a product, and nothing else: an untouched price would be written too. */
function changes(card: HTMLElement): Record<string, string | boolean> {
  const fields = [...card.querySelectorAll<HTMLInputElement>('[data-field]')];
  const changed = fields.filter((field) => (field.type === 'checkbox' ? field.checked !== field.defaultChecked : field.value !== field.defaultValue));
  return Object.fromEntries(changed.map((field) => [field.dataset.field ?? '', field.type === 'checkbox' ? field.checked : field.value]));
}

async function save(card: HTMLElement): Promise<void> {
  const id = card.dataset.good ?? '';
  const values = changes(card);
  if (Object.keys(values).length > 0) await send('PATCH', id, values);
  for (const field of card.querySelectorAll<HTMLInputElement>('[data-outlet]')) {
    if (field.value === field.defaultValue || field.value === '') continue;
    await send('POST', `${id}/stock`, { outletId: Number(field.dataset.outlet), onHand: field.value });
  }
  for (const field of card.querySelectorAll('input')) {
    field.defaultValue = field.value;
    field.defaultChecked = field.checked;
  }
  announce(`Saved: ${card.getAttribute('aria-label') ?? ''}.`, 'done');
}

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('[data-save]') : null;
  const card = button?.closest<HTMLElement>('[data-good]');
  if (!button || !card) return;
  button.disabled = true;
  void save(card)
    .catch((error: unknown) => announce(error instanceof Error ? error.message : String(error), 'refused'))
    .finally(() => (button.disabled = false));
});
