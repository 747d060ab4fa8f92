import type { HikeProductId } from '../ids';
import type { OrderLine } from '../order';
import { problem, type Problem } from '../problems';
import { skuKey } from './sku-key';

export interface HikeProductCandidate {
  id: HikeProductId;
  name: string;
  sku: string;
}

/** The one Hike product with the line's SKU; never a guess. */
export const hikeProductForLine = <Candidate extends HikeProductCandidate>(
  line: Pick<OrderLine, 'name' | 'sku'>,
  candidates: readonly Candidate[],
): Candidate | Problem => {
  const sku = line.sku.trim();
  if (sku === '') return problem('product-without-sku', { line: line.name });
  const matching = candidates.filter((candidate) => skuKey(candidate.sku) === skuKey(sku));
  // Hike lists a variant twice, under its parent and as a row of its own (reference: hike-api 4.3).
  const [product, ...others] = new Map(matching.map((candidate) => [candidate.id, candidate])).values();
  if (!product) return problem('product-not-in-hike', { line: line.name, sku });
  return others.length === 0 ? product : problem('product-ambiguous', { line: line.name, sku });
};
