/** JSON for state that holds `Map`s: in a snapshot they are marked, for readers they are arrays of their values. */
export function readable(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_key, item: unknown) => (item instanceof Map ? [...item.values()] : item)));
}

export function freeze(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => (item instanceof Map ? { $map: [...item.entries()] } : item));
}

export function thaw(text: string): unknown {
  return JSON.parse(text, (_key, item: unknown) => {
    if (item === null || typeof item !== 'object' || !('$map' in item)) return item;
    return new Map(item.$map as [unknown, unknown][]);
  });
}
