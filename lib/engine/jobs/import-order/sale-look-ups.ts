import type { Instant } from '../../../domain/instant';
import { instantFromMillis, millisOfInstant } from '../../../domain/instant-arithmetic';
import type { Sale } from '../../../domain/sale';
import type { JobContext } from '../job';

/** How far around an order's date its sale is looked for, and the steps at which such a window begins and ends. */
export interface Reach {
  marginMs: number;
  stepMs: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The sale carries the order's own date, so a narrow window finds it; the last look also allows for a date that Hike moved. */
export const NEAR: Reach = { marginMs: MINUTE_MS, stepMs: 10 * MINUTE_MS };
export const FAR: Reach = { marginMs: 24 * HOUR_MS, stepMs: 6 * HOUR_MS };

/** Hike's sales around a date, as one run of the job looks for those whose answers were lost. */
export interface SaleLookUps {
  around(date: Instant, reach: Reach): Promise<readonly Sale[]>;
}

/** Windows end at even steps, so that imports whose orders lie close together share a reading: each page of it costs a call of Hike's day. */
export const createSaleLookUps = ({ hike }: Pick<JobContext, 'hike'>): SaleLookUps => {
  const read = new Map<string, readonly Sale[]>();
  return {
    around: async (date, { marginMs, stepMs }) => {
      const at = millisOfInstant(date);
      const from = instantFromMillis(Math.floor((at - marginMs) / stepMs) * stepMs);
      const to = instantFromMillis(Math.ceil((at + marginMs) / stepMs) * stepMs);
      const sales = read.get(`${from} ${to}`) ?? (await hike.sales.listByDate(from, to));
      read.set(`${from} ${to}`, sales);
      return sales;
    },
  };
};
