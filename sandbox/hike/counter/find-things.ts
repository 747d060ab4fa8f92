import { rowByCode, rowById } from '../products/product-index.ts';
import type { ProductRow } from '../products/product-row.ts';
import type { Sale, SaleLine } from '../sales/sale.ts';
import type { PaymentType, Register, Shop, Tax } from '../state/shop.ts';
import { Refusal } from '../wire/refusal.ts';

function refuse(field: string, message: string): never {
  throw Refusal.invalid([{ field, message }]);
}

/** By name or id; without either the first one that is in use. */
export function findRegister(shop: Shop, wanted: string | number | undefined): Register {
  const active = shop.registers.filter((register) => register.isActive);
  const found = wanted === undefined ? active[0] : active.find((register) => register.id === wanted || register.name === wanted);
  return found ?? refuse('register', `There is no active register ${wanted ?? ''}.`);
}

export function findPaymentType(shop: Shop, name: string): PaymentType {
  const found = shop.paymentTypes.find((type) => type.isActive && type.payment_name.toLowerCase() === name.toLowerCase());
  return found ?? refuse('payments.type', `There is no active payment type "${name}".`);
}

export function findTax(shop: Shop, name: string): Tax {
  const found = shop.taxes.find((tax) => tax.isActive && tax.name.toLowerCase() === name.toLowerCase());
  return found ?? refuse('tax', `There is no active tax "${name}".`);
}

export function findSale(shop: Shop, id: string | number): Sale {
  const found = shop.sales.find((sale) => String(sale.id) === String(id));
  if (!found) throw Refusal.notFound(`Sale ${id}`);
  return found;
}

export function findLine(sale: Sale, id: number): SaleLine {
  return sale.invoiceLineItems.find((line) => line.id === id) ?? refuse('lineId', `Sale ${sale.number} has no line ${id}.`);
}

export function findProductToSell(shop: Shop, wanted: { sku?: string | undefined; productId?: number | undefined }): ProductRow | undefined {
  if (wanted.sku === undefined && wanted.productId === undefined) return undefined;
  const found = rowById(shop, wanted.productId) ?? (wanted.sku === undefined ? undefined : rowByCode(shop, 'sku', wanted.sku));
  if (!found) refuse('lines', `There is no product ${wanted.sku ?? wanted.productId}.`);
  if (found.has_variants) refuse('lines', `Product ${found.sku} has variants; sell one of them.`);
  return found;
}
