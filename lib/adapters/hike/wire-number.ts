import { decimalFromMoney, type Decimal, type Money } from '../../domain/money';

/** Hike takes amounts as JSON numbers. Written from the decimal text at the last moment: nothing is computed with them. */
export const wireNumber = (amount: Decimal | Money): number => Number(typeof amount === 'string' ? amount : decimalFromMoney(amount));
