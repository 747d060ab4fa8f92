import { useCallback, useEffect, useState } from 'react';
import { useSWRConfig } from 'swr';
import { useAction, type Action } from './session/use-action';
import { useSend } from './session/use-send';
import { useOverview } from './use-overview';

const POLL_MS = 2_000;
/** As long as the state in the address is good for. */
const GIVE_UP_MS = 10 * 60_000;

export interface HikeConnecting {
  start: Action<[], string>;
  /** Where Hike asks for consent, once known: for a person whose browser opened no window. */
  url: string | null;
  isWaiting: boolean;
  wasBlocked: boolean;
}

/**
 * Hike's consent page cannot live in a frame. The window is opened empty within the click, because a browser blocks
 * one that is opened after an answer, and is cut off from this page before it goes to Hike.
 */
export const useConnectHike = (): HikeConnecting => {
  const send = useSend();
  const { mutate } = useSWRConfig();
  const [url, setUrl] = useState<string | null>(null);
  const [wasBlocked, setWasBlocked] = useState(false);
  const isWaiting = url !== null;
  const { data } = useOverview(isWaiting ? { refreshInterval: POLL_MS } : {});
  const isAnswered = isWaiting && data !== undefined && (data.hike.state === 'connected' || data.hike.candidate !== null);

  useEffect(() => {
    if (!isAnswered) return;
    // Lists, settings and orders all look different now.
    void mutate(() => true).then(() => setUrl(null));
  }, [isAnswered, mutate]);

  useEffect(() => {
    if (url === null) return;
    const timer = setTimeout(() => setUrl(null), GIVE_UP_MS);
    return () => clearTimeout(timer);
  }, [url]);

  const start = useAction(
    useCallback(async () => {
      const opened = window.open('about:blank', '_blank');
      if (opened !== null) opened.opener = null;
      setWasBlocked(opened === null);
      try {
        const answer = await send<{ url: string }>('POST', 'hike-connection');
        opened?.location.replace(answer.url);
        setUrl(answer.url);
        return answer.url;
      } catch (error) {
        opened?.close();
        throw error;
      }
    }, [send]),
  );

  return { start, url, isWaiting, wasBlocked };
};
