import type { SeenLevel, Tables } from '../../ports/tables';
import type { JobContext } from '../job';
import { levelKey, levelsByKey } from './level-key';

/**
 * Saves what a job made of levels that it had loaded before its calls. A hint or a person's approval that came meanwhile
 * outlives it: their rows are marked, and the next look finds them.
 */
export const saveLevels = async (
  { storeHash }: Pick<JobContext, 'storeHash'>,
  tables: Tables,
  { levels, loaded }: { levels: readonly SeenLevel[]; loaded: ReadonlyMap<string, SeenLevel> },
): Promise<void> => {
  if (levels.length === 0) return;
  const current = levelsByKey(await tables.levels.findByVariants(storeHash, [...new Set(levels.map(({ variantId }) => variantId))]));
  const merged = levels.map((level) => {
    const [was, is] = [loaded.get(levelKey(level)), current.get(levelKey(level))];
    if (was === undefined || is === undefined) return level;
    const hinted = is.isStale && !was.isStale ? { isStale: true } : {};
    const approved = is.isApproved && !was.isApproved ? { isApproved: true, heldSince: null } : {};
    return { ...level, ...hinted, ...approved };
  });
  await tables.levels.saveMany(storeHash, merged);
};
