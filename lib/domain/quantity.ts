import Big from 'big.js';
import { z } from 'zod';
import type { Decimal } from './money';

/** A quantity in ten-thousandths of a unit: Hike sells up to four decimals (0.35 kg is 3500). */
export const Quantity = z.int().brand<'Quantity'>();
export type Quantity = z.infer<typeof Quantity>;

const SCALE = 10_000;

/** More than four decimals are rounded half away from zero. */
export const quantityFromDecimal = (value: Decimal | Big): Quantity =>
  new Big(value).times(SCALE).round(0, Big.roundHalfUp).toNumber() as Quantity;

export const quantityFromUnits = (units: number): Quantity => (units * SCALE) as Quantity;

export const bigFromQuantity = (quantity: Quantity): Big => new Big(quantity).div(SCALE);

/** The number of units when there is no fraction, else `null`. */
export const wholeUnits = (quantity: Quantity): number | null => (quantity % SCALE === 0 ? quantity / SCALE : null);
