import { z } from 'zod';
import type { Decimal } from '../../domain/money';
import { Instant } from '../../domain/instant';
import { instantFromMillis } from '../../domain/instant-arithmetic';
import { wireDecimal } from '../http/wire-values';
import { BARE_TIMES_ARE_UTC } from './assumptions';

export const yesUnlessFalse = z
  .boolean()
  .nullish()
  .transform((value) => value !== false);

const OFFSET = /(z|[+-]\d{2}:?\d{2})$/i;

const millisOf = (text: string): number => Date.parse(OFFSET.test(text) || !BARE_TIMES_ARE_UTC ? text : `${text}Z`);

/** ISO 8601, with or without an offset, with up to seven decimals of a second. */
export const wireTime = z
  .string()
  .refine((text) => Number.isFinite(millisOf(text)), 'is not a date and time')
  .transform((text): string => instantFromMillis(millisOf(text)))
  .pipe(Instant);

/** A number, a number as text, or `null` for none: an absent amount is never a zero. */
export const decimalOrNull = z
  .union([wireDecimal, z.string().trim().length(0).transform(() => null)])
  .nullish()
  .transform((value): Decimal | null => value ?? null);
