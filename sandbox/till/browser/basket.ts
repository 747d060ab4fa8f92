import { element } from './page.ts';
import { asMoney } from './till-call.ts';

interface BasketLine {
  sku: string;
  name: string;
  price: number;
  quantity: number;
}

const lines = new Map<string, BasketLine>();

function discountPercent(): number {
  return Number(element<HTMLInputElement>('#discount').value) || 0;
}

function showTotal(): void {
  const goods = [...lines.values()].reduce((total, line) => total + Math.round(line.price * line.quantity * 100) / 100, 0);
  element('#total').textContent = asMoney(goods * (1 - discountPercent() / 100));
  element('#basket-empty').hidden = lines.size > 0;
}

function quantityInput(line: BasketLine): HTMLInputElement {
  const input = document.createElement('input');
  Object.assign(input, { type: 'number', min: '0', step: 'any', value: String(line.quantity), className: 'short' });
  input.setAttribute('aria-label', `Quantity of ${line.name}`);
  input.addEventListener('input', () => {
    line.quantity = Number(input.value) || 0;
    showTotal();
  });
  return input;
}

function removeButton(line: BasketLine): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Remove';
  button.setAttribute('aria-label', `Remove ${line.name}`);
  button.addEventListener('click', () => {
    lines.delete(line.sku);
    render();
    element('#basket-title').focus();
  });
  return button;
}

function render(): void {
  const items = [...lines.values()].map((line) => {
    const item = document.createElement('li');
    const name = document.createElement('span');
    name.textContent = line.name;
    item.append(name, quantityInput(line), removeButton(line));
    return item;
  });
  element('#basket').replaceChildren(...items);
  showTotal();
}

export function addToBasket(tile: HTMLElement): void {
  const { sku = '', name = '', price = '0' } = tile.dataset;
  const line = lines.get(sku) ?? { sku, name, price: Number(price), quantity: 0 };
  line.quantity += 1;
  lines.set(sku, line);
  render();
}

export function emptyBasket(): void {
  lines.clear();
  for (const id of ['part', 'deposit']) element<HTMLInputElement>(`#${id}`).value = '';
  element<HTMLInputElement>('#discount').value = '0';
  element<HTMLSelectElement>('#customer').value = '';
  render();
}

/** The basket as the till's API takes it. */
export function basketBody() {
  const customer = element<HTMLSelectElement>('#customer').value;
  return {
    lines: [...lines.values()].filter((line) => line.quantity > 0).map(({ sku, quantity }) => ({ sku, quantity })),
    register: Number(element<HTMLSelectElement>('#register').value),
    customerId: customer === '' ? null : Number(customer),
    discountPercent: discountPercent(),
  };
}

export function watchDiscount(): void {
  element('#discount').addEventListener('input', showTotal);
  showTotal();
}
