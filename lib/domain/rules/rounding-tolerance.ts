import type { Money } from '../money';

/**
 * The most that may go to a rounding line: 5 cents (product: "more than 5 cents of difference are never rounded away").
 * Counted in minor units for every currency: rounding errors arise in those, and 5 yen or 5 fils are worth less than
 * 5 cents, so the bound never gets looser than the product's.
 */
const TOLERANCE_MINOR = 5;

export const isRoundingDifference = ({ minor }: Money): boolean => Math.abs(minor) <= TOLERANCE_MINOR;
