import type { Stage } from '../world/stage';
import { createdOnce } from './created-once';
import { deletesAreDecided } from './deletes-are-decided';
import { type Beginning, gatherEvidence } from './evidence';
import { importsAreSales } from './imports-are-sales';
import { nothingSpins } from './nothing-spins';
import { productsAreThere } from './products-are-there';
import { quotasAreKept } from './quotas-are-kept';
import { salesAreOrders } from './sales-are-orders';
import { stockIsExplained } from './stock-is-explained';

export interface Violations {
  /** Never right again, however long one waits. */
  broken: string[];
  /** Not right yet. */
  unfinished: string[];
}

/** The promise, held against what both platforms say: written from the product's rules, and knowing nothing of the engine. */
export const violationsOf = async (stage: Stage, beginning: Beginning): Promise<Violations> => {
  const evidence = await gatherEvidence(stage, beginning);
  return {
    broken: [...createdOnce(evidence), ...quotasAreKept(evidence), ...nothingSpins(evidence), ...stage.log.leaks().map((line) => `a secret stands in the log: ${line}`)],
    unfinished: [
      ...salesAreOrders(evidence, stage.wanted),
      ...importsAreSales(evidence, stage.wanted),
      ...productsAreThere(evidence, stage.wanted),
      ...deletesAreDecided(evidence, stage.wanted),
      ...stockIsExplained(evidence, stage.wanted),
      ...evidence.unsettled,
    ],
  };
};
