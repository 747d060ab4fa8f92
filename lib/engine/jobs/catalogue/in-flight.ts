import { AccessLost, LeaseLost, QuotaExhausted } from '../../ports/failures';

interface Failed<Item> {
  item: Item;
  error: unknown;
}

/** Enough to use up the quota while an answer takes 300 ms to 2 s; the pacer keeps to the rate. */
const AT_ONCE = 8;

/** Ends the work on further items when this error concerns them all. */
type Close = (error: unknown) => void;

/** Works on some items at a time and answers those that failed. What closes the whole side, or the store to us, is not tried with the rest. */
export const inFlight = async <Item>(items: readonly Item[], work: (item: Item, close: Close) => Promise<void>, atOnce = AT_ONCE): Promise<Failed<Item>[]> => {
  const failed: Failed<Item>[] = [];
  const waiting = items.values();
  let closed: Error | null = null;
  const close: Close = (error) => {
    if (error instanceof QuotaExhausted || error instanceof AccessLost || error instanceof LeaseLost) closed = error;
  };
  const worker = async (): Promise<void> => {
    // Shared by all of them: each takes the next item that nobody has.
    for (const item of waiting) {
      try {
        if (closed !== null) throw closed;
        await work(item, close);
      } catch (error) {
        close(error);
        failed.push({ item, error });
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return failed;
};
