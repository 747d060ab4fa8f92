/** How soon a list shows what was just created is not known, so several looks (reference: engine.md D, "Create an order in BC"). */
const DELAYS = [0, 5_000, 30_000, 120_000] as const;

/** Milliseconds until the next look for a write whose answer was lost, or `null`: it is not there, so it may be sent again. */
export const lookUpDelay = (looksSoFar: number): number | null => DELAYS[looksSoFar] ?? null;
