/** An exact rational number; written for the oracle alone, so that it shares no arithmetic with what it judges. */
export interface Fraction {
  /** Carries the sign. */
  top: bigint;
  /** Positive. */
  bottom: bigint;
}

export const fraction = (top: bigint | number, bottom: bigint | number = 1n): Fraction => ({ top: BigInt(top), bottom: BigInt(bottom) });

/** Of a decimal as text: `-12.50`. */
export const fromDecimal = (text: string): Fraction => {
  const [whole = '', part = ''] = text.split('.');
  return fraction(BigInt(whole + part), 10n ** BigInt(part.length));
};

export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, fraction(-b.top, b.bottom));
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.top * b.top, a.bottom * b.bottom);
export const over = (a: Fraction, b: Fraction): Fraction => (b.top < 0n ? fraction(-a.top * b.bottom, a.bottom * -b.top) : fraction(a.top * b.bottom, a.bottom * b.top));
export const total = (all: readonly Fraction[]): Fraction => all.reduce(plus, fraction(0));
export const isEqual = (a: Fraction, b: Fraction): boolean => a.top * b.bottom === b.top * a.bottom;

const size = (value: bigint): bigint => (value < 0n ? -value : value);

/** To a whole number, half away from zero. */
export const rounded = ({ top, bottom }: Fraction): bigint => {
  const whole = (2n * size(top) + bottom) / (2n * bottom);
  return top < 0n ? -whole : whole;
};
