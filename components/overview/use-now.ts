import { useEffect, useState } from 'react';

const TICK_MS = 5_000;

/** The time as the page last knew it, so that "4 min ago" does not stand still while nothing else changes. */
export const useNow = (): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
};
