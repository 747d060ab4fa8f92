import { money, sum, type Money } from '../money';

/**
 * Spreads an amount in proportion to the weights by largest remainder: to the cent, the same for the same input, and
 * never more on one than its weight. What exceeds the sum of the weights stays unspread.
 */
export const spreadByWeight = (amount: Money, weights: readonly Money[]): Money[] => {
  const { currency } = amount;
  const whole = BigInt(sum(weights, currency).minor);
  if (whole <= 0n) return weights.map(() => money(0, currency));
  // Products of two amounts may exceed what a number holds exactly.
  const spreadable = BigInt(amount.minor) < whole ? BigInt(amount.minor) : whole;
  const shares = weights.map(({ minor }, index) => {
    const product = spreadable * BigInt(minor);
    return { index, floor: Number(product / whole), remainder: product % whole };
  });
  const spare = Number(spreadable) - shares.reduce((total, { floor }) => total + floor, 0);
  const lucky = new Set(
    [...shares]
      .sort((a, b) => Number(b.remainder - a.remainder))
      .slice(0, spare)
      .map(({ index }) => index),
  );
  return shares.map(({ index, floor }) => money(floor + (lucky.has(index) ? 1 : 0), currency));
};
