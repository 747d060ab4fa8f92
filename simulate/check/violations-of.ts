import type { Stage } from '../world/stage';
import { createdOnce } from './created-once';
import { customersAreThere } from './customers-are-there';
import { deletesAreDecided } from './deletes-are-decided';
import { type Beginning, gatherEvidence, type Told } from './evidence';
import { importsAreSales } from './imports-are-sales';
import { logSaysWhy } from './log-says-why';
import { nothingSpins } from './nothing-spins';
import { productsAreThere } from './products-are-there';
import { comparisonIsRight, refusalsAreRight } from './reasons';
import { quotasAreKept } from './quotas-are-kept';
import { salesAreOrders } from './sales-are-orders';
import { sentIsInHike } from './sent-is-in-hike';
import { stockIsExplained } from './stock-is-explained';

const UNSETTLED = new Set(['waiting', 'retrying', 'checking']);

/** The app still means to do something about it by itself. */
const isUnsettled = ({ result, isAsked }: Told): boolean => UNSETTLED.has(result) && !isAsked;

export interface Violations {
  /** Never right again, however long one waits. */
  broken: string[];
  /** Not right yet. */
  unfinished: string[];
  /** Not right yet either, and read or compared so rarely that nobody waits for it. */
  late: string[];
}

/** The promise, held against what both platforms say: written from the product's rules, and knowing nothing of the engine. */
export const violationsOf = async (stage: Stage, beginning: Beginning): Promise<Violations> => {
  const evidence = await gatherEvidence(stage, beginning);
  return {
    broken: [...createdOnce(evidence), ...quotasAreKept(evidence), ...nothingSpins(evidence), ...evidence.leaks],
    unfinished: [
      ...salesAreOrders(evidence, stage.wanted),
      ...importsAreSales(evidence, stage.wanted),
      ...productsAreThere(evidence, stage.wanted),
      ...deletesAreDecided(evidence, stage.wanted),
      ...sentIsInHike(evidence, stage.wanted),
      ...stockIsExplained(evidence, stage.wanted),
      ...logSaysWhy(evidence),
      ...evidence.told.filter(isUnsettled).map(({ result, thing, recordId, label, sentence }) => `${label || `${thing} ${recordId}`} is still ${result}: ${sentence}`),
      ...refusalsAreRight(evidence),
    ],
    late: [...customersAreThere(evidence), ...comparisonIsRight(evidence)],
  };
};
