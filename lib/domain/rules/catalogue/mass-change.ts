/** More products than this that Hike drops at once wait for a person, whatever the setting (product: "Deletes"). */
export const MOST_REMOVALS = 20;

/** A wrong tick in Hike or a bad answer looks like this: more than `most` things removed, or set to zero, at once. */
export const isMassChange = (count: number, most: number): boolean => count > most;
