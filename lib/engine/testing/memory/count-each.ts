/** How often each name was found; also those that were not. */
export const countEach = <Name extends string>(names: readonly Name[], found: readonly (Name | null)[]): Record<Name, number> => {
  const counts = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  for (const name of found) if (name !== null) counts[name] += 1;
  return counts;
};
