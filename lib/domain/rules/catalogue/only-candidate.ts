import type { ProductPlan } from '../../product-plan';

/** What stands between a product and its candidate in BigCommerce. */
export interface CandidateFacts {
  /** Names of other Hike products that could be the same one. */
  wantedBy: readonly string[];
  /** It is linked with another Hike product. */
  isTaken: boolean;
  /** A person put it aside. */
  isAside: boolean;
}

type OnlyCandidate = { kind: 'link'; productId: number } | { kind: 'refused'; sentence: string };

const refused = (sentence: string): OnlyCandidate => ({ kind: 'refused', sentence });

/** The one candidate that a product is linked to together with many others: one to one or not at all. */
export const onlyCandidate = (name: string, candidates: ProductPlan['candidates'], factsOf: (productId: number) => CandidateFacts): OnlyCandidate => {
  const [only, ...others] = candidates;
  if (only === undefined) return refused(`Nothing in BigCommerce looks like “${name}”: link it by hand.`);
  if (others.length > 0) return refused(`“${name}” could be any of ${candidates.length} products: link it by hand.`);
  const { wantedBy, isTaken, isAside } = factsOf(only.productId);
  if (isTaken) return refused(`“${only.name}”, the only candidate of “${name}”, is linked with another product.`);
  if (isAside) return refused(`“${only.name}”, the only candidate of “${name}”, was put aside: put it back first.`);
  const [rival] = wantedBy;
  if (rival !== undefined) return refused(`“${only.name}” could be “${name}” or “${rival}”: link the right one by hand.`);
  return { kind: 'link', productId: only.productId };
};
