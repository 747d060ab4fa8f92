/** The ids in stretches of at most `length` consecutive numbers, for a list that filters by `min_id` and `max_id` alone. */
export const spansOfIds = (ids: readonly number[], length: number): { min: number; max: number }[] => {
  const spans: { min: number; max: number }[] = [];
  for (const id of [...new Set(ids)].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last && id - last.min < length) last.max = id;
    else spans.push({ min: id, max: id });
  }
  return spans;
};
