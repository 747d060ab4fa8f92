/** Shares of an amount by weight, whole and never above the weight; what is left over goes to the largest remainders, the first first. */
export const largestRemainder = (amount: bigint, weights: readonly bigint[]): bigint[] => {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  if (whole <= 0n) return weights.map(() => 0n);
  if (amount >= whole) return [...weights];
  const shares = weights.map((weight) => (amount * weight) / whole);
  const rest = amount - shares.reduce((sum, share) => sum + share, 0n);
  const order = weights.map((weight, index) => ({ index, remainder: (amount * weight) % whole })).sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1));
  for (const { index } of order.slice(0, Number(rest))) shares[index]! += 1n;
  return shares;
};
