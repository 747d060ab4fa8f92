/** More products than this that Hike drops at once wait for a person, whatever the setting (product: "Deletes"). */
export const MOST_REMOVALS = 20;

/** More changes of products and stock than this by new settings wait for a person. */
export const MOST_BY_SETTINGS = 20;

/** A wrong tick in Hike or a bad answer looks like this: more than `most` things removed, set to zero or written anew, at once. */
export const isMassChange = (count: number, most: number): boolean => count > most;
