import type { Settings } from '../settings';
import type { HikeLists } from '../shop-lists';
import type { SettingsView } from '../views/views';
import { mappedTargets, type MappedTarget } from './mapped-targets';

/** Hike keeps what was switched off in its lists, but takes no sale for it. */
const isThere = ({ list, id }: MappedTarget, lists: HikeLists): boolean => lists[list].some((item) => item.id === id && item.isActive);

/** The settings whose target has vanished in Hike, each with what it stops, and nothing but that (product: "Settings"). */
export const goneTargets = (settings: Settings, lists: HikeLists, profile: Parameters<typeof mappedTargets>[1]): SettingsView['gone'] => {
  const gone = mappedTargets(settings, profile)
    .filter((target) => !isThere(target, lists))
    .map(({ path, name, stops }) => ({ path, sentence: `${name} is no longer in Hike: ${stops} until you choose another.` }));
  const register = lists.registers.find(({ id }) => id === settings.registerId);
  const isElsewhere = register?.isActive === true && settings.outletId !== null && register.outletId !== settings.outletId;
  return isElsewhere ? [...gone, { path: 'registerId', sentence: 'The register is not at the outlet chosen: imports wait until you choose another.' }] : gone;
};
