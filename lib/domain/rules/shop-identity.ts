import type { Outlet } from '../shop-lists';

/** Names are shown, so a long list of outlets is cut. */
const NAMES_SHOWN = 2;

/** The same text for the same shop: ids and names of its outlets, whatever their order. No answer of Hike's names the shop itself. */
export const shopFingerprintParts = (outlets: readonly Outlet[]): string =>
  JSON.stringify(outlets.map(({ id, name }) => [id, name.trim()] as const).sort(([a], [b]) => a - b));

/** What a person calls the shop: its outlets, for Hike tells no other name. */
export const shopNameFromOutlets = (outlets: readonly Outlet[]): string => {
  const names = [...outlets].sort((a, b) => a.id - b.id).map(({ name }) => name.trim());
  const shown = names.slice(0, NAMES_SHOWN).join(', ');
  if (names.length === 0) return 'a shop without outlets';
  return names.length > NAMES_SHOWN ? `${shown} and ${names.length - NAMES_SHOWN} more` : shown;
};
