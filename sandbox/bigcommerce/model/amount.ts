/** Money in ten-thousandths of the currency unit: BigCommerce shows four decimals on every amount. */
export type Amount = number;

const SCALE = 10_000;
const CENT = 100;

/** Reads what the API takes for money: "Float, Float-As-String, Integer". */
export function amount(value: string | number): Amount {
  const parsed = Math.round(Number(value) * SCALE);
  if (!Number.isSafeInteger(parsed)) throw new RangeError(`Not an amount: ${value}`);
  return parsed;
}

/** "12.3400" */
export function money(value: Amount): string {
  const sign = value < 0 ? '-' : '';
  const digits = String(Math.abs(value)).padStart(5, '0');
  return `${sign}${digits.slice(0, -4)}.${digits.slice(-4)}`;
}

/** V3 shows money as a JSON number. */
export function asNumber(value: Amount): number {
  return value / SCALE;
}

export function toCents(value: number): Amount {
  return Math.round(value / CENT) * CENT;
}

/** A tax rate in hundredths of a percent: 10% is 1000, 8.25% is 825. */
export type Rate = number;

export function withoutTax(including: Amount, rate: Rate): Amount {
  return toCents((including * 10_000) / (10_000 + rate));
}

export function withTax(excluding: Amount, rate: Rate): Amount {
  return toCents(excluding + (excluding * rate) / 10_000);
}

/** Splits an amount over weights in whole cents; the parts sum to the amount exactly. */
export function spread(total: Amount, weights: number[]): Amount[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (total * weight) / sum / CENT);
  const parts = exact.map(Math.floor);
  let left = Math.round(total / CENT) - parts.reduce((a, b) => a + b, 0);
  const byRemainder = exact.map((value, index) => ({ index, rest: value - Math.floor(value) })).sort((a, b) => b.rest - a.rest);
  for (const { index } of byRemainder) {
    if (left <= 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    left -= 1;
  }
  return parts.map((part) => part * CENT);
}
