import Big from 'big.js';


/** Half away from zero, as the vendor's till rounds. */
export function rounded(value: Big, decimals: number): Big {
  return value.round(decimals, Big.roundHalfUp);
}

export function sum(values: Big[]): Big {
  return values.reduce((total, value) => total.plus(value), new Big(0));
}

/** Numbers of the wire carry at most 8 meaningful decimals; this keeps the noise of division out of them. */
export function wireNumber(value: Big): number {
  return rounded(value, 8).toNumber();
}

export { Big };
