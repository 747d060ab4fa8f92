/** Names and numbers as in the vendor's till; the API answers names and takes either. */
const SALE_STATUSES = {
  Initial: -1,
  Pending: 0,
  Parked: 1,
  Completed: 2,
  Refunded: 3,
  Voided: 4,
  LayBy: 5,
  BackOrder: 6,
  OnAccount: 7,
  Exchange: 8,
  RefundedAndDiscard: 9,
  RefundedAndDiscardBO: 10,
  Quote: 11,
  PartialFulfilled: 12,
  Packed: 13,
  ReadyToShip: 14,
  EmailSent: 15,
  OnGoing: 16,
} as const;

export type SaleStatus = keyof typeof SALE_STATUSES;

export function saleStatusFrom(given: string | number): SaleStatus | undefined {
  const wanted = String(given).trim().toLowerCase();
  const found = Object.entries(SALE_STATUSES).find(([name, number]) => name.toLowerCase() === wanted || String(number) === wanted);
  return found?.[0] as SaleStatus | undefined;
}
