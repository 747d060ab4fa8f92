/** How many deliveries are on their way at once. */
const LANES = 16;

const waiting: (() => void)[] = [];
let busy = 0;

/** Sends in as many lanes as there are, in the order of arrival: a batch of stock must not open thousands of connections. */
export async function inALane<T>(send: () => Promise<T>): Promise<T> {
  if (busy >= LANES) await new Promise<void>((free) => waiting.push(free));
  else busy += 1;
  try {
    return await send();
  } finally {
    // The lane is handed on, or given back.
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
  }
}
