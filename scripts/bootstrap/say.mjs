// The bootstrap may run itself again under a newer Node; the seconds count from the first start.
process.env.BOOTSTRAP_STARTED_AT ??= String(Date.now());
const started = Number(process.env.BOOTSTRAP_STARTED_AT);

/** One line for the person who waits, with the seconds since the start. */
export function say(message) {
  console.log(`[${((Date.now() - started) / 1000).toFixed(1).padStart(5)} s] ${message}`);
}
