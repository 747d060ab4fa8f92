import Big from 'big.js';
import { z } from 'zod';
import { decimalFromBig, type Decimal } from '../../domain/money';

/** A number, or a number as text. Its shortest decimal spelling is what was sent, so no float is ever computed with. */
export const wireDecimal = z
  .union([z.number(), z.string().trim().regex(/^-?\d+(\.\d+)?$/)])
  .transform((value) => decimalFromBig(new Big(String(value))));

export const amountOrZero = wireDecimal.nullish().transform((value) => value ?? ('0' as Decimal));

export const textOrEmpty = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value == null ? '' : String(value)));

/** Both sides write "none" as 0, as null or not at all. */
export const idOrNull = z
  .int()
  .nullish()
  .transform((value) => (value != null && value > 0 ? value : null));
