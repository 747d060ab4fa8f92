import { useEffect, useRef, type RefObject } from 'react';

/**
 * Where the keyboard goes on once what was done has taken its button away. It moves after the render that also took a
 * dialog away: until then nothing behind it can have the focus.
 */
export const useFocusAfter = <Target extends HTMLElement>(news: string | null): RefObject<Target | null> => {
  const target = useRef<Target>(null);
  useEffect(() => {
    if (news !== null) target.current?.focus();
  }, [news]);
  return target;
};
