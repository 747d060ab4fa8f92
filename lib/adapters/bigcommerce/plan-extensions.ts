import type { WantedExtension } from '../../engine/ports/bigcommerce';

export interface ExistingExtension {
  id: string;
  model: string;
  context: string;
  url: string;
  label: string;
}

export interface ExtensionPlan {
  create: WantedExtension[];
  update: { id: string; wanted: WantedExtension }[];
  remove: string[];
}

/** The fixed part of the path, up to BigCommerce's `${id}`. */
const prefixOf = (url: string): string => url.split('${')[0] ?? url;

const isSameEntry = (existing: ExistingExtension, wanted: WantedExtension): boolean =>
  existing.model === wanted.model && existing.context === wanted.context && prefixOf(existing.url) === prefixOf(wanted.url);

/**
 * What makes the store's entries those wanted. Only those of our own API account are seen, and two per model are the
 * limit, so whatever matches none of the wanted, or matches one a second time, goes.
 */
export const planExtensions = (existing: readonly ExistingExtension[], wanted: readonly WantedExtension[]): ExtensionPlan => {
  const matches = wanted.map((one) => ({ wanted: one, existing: existing.find((other) => isSameEntry(other, one)) }));
  const kept = new Set(matches.map((match) => match.existing?.id));
  return {
    create: matches.flatMap((match) => (match.existing ? [] : [match.wanted])),
    update: matches.flatMap(({ wanted: one, existing: other }) => (other && (other.url !== one.url || other.label !== one.label) ? [{ id: other.id, wanted: one }] : [])),
    remove: existing.filter(({ id }) => !kept.has(id)).map(({ id }) => id),
  };
};
