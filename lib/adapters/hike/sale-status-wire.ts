import { z } from 'zod';
import { SALE_STATUSES, type SaleStatus } from '../../domain/sale';
import { STATUS_TRAVELS_BY_NAME } from './assumptions';

/** Number per name (reference: hike-api 6.1); `Initial` is the one below zero, the rest count up from it. */
const numberOf = (status: SaleStatus): number => SALE_STATUSES.indexOf(status) - 1;

const statusFrom = (value: string | number): SaleStatus | undefined => {
  const text = String(value).trim().toLowerCase();
  return SALE_STATUSES.find((status) => status.toLowerCase() === text || String(numberOf(status)) === text);
};

/** Name in any case, or number. */
export const saleStatusWire = z.union([z.string(), z.number()]).transform((value, context): SaleStatus => {
  const status = statusFrom(value);
  if (status) return status;
  context.addIssue({ code: 'custom', message: `"${String(value).slice(0, 30)}" is no status of a sale` });
  return z.NEVER;
});

export const saleStatusToWire = (status: SaleStatus): string | number => (STATUS_TRAVELS_BY_NAME ? status : numberOf(status));
