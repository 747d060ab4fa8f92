'use client';

import { useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { SWRConfig } from 'swr';
import { Loading } from '../../ui/loading';
import { SignedOutPage } from '../signed-out-page';
import { UnreachablePage } from '../unreachable-page';
import type { ApiError } from './api-error';
import { loadControlPanelSdk } from './load-control-panel-sdk';
import { SessionContext } from './session-context';
import { STARTING, StoreSession } from './store-session';
import { takeOnceCode } from './take-once-code';

/** In the memory of this page alone, one per store, so that a link from the order panel to the app's pages keeps the session. */
const sessions = new Map<string, StoreSession>();

const sessionOf = (storeHash: string): StoreSession => {
  // On the server nobody is signed in, and nothing may be shared between requests.
  if (typeof window === 'undefined') return new StoreSession(storeHash);
  const session = sessions.get(storeHash) ?? new StoreSession(storeHash);
  sessions.set(storeHash, session);
  return session;
};

interface SessionProviderProps {
  storeHash: string;
  sdkUrl: string;
  children: ReactNode;
}

const StoreSessionProvider = ({ storeHash, sdkUrl, children }: SessionProviderProps) => {
  const [session] = useState(() => sessionOf(storeHash));
  const state = useSyncExternalStore(session.subscribe, session.state, () => STARTING);

  useEffect(() => {
    void session.start(takeOnceCode()).then(() => {
      // Only now is Next's router listening: it would otherwise put the code back into the address on the next change.
      window.history.replaceState(null, '', window.location.href);
    });
    loadControlPanelSdk(sdkUrl, () => void session.signOut());
  }, [session, sdkUrl]);

  const user = state.status === 'signed-in' ? state.user : null;
  const current = useMemo(() => (user === null ? null : { storeHash, session, user }), [storeHash, session, user]);
  const swr = useMemo(
    () => ({
      provider: () => new Map(),
      fetcher: (path: string) => session.request(path),
      shouldRetryOnError: (error: ApiError) => error.isTransient,
      errorRetryInterval: 5_000,
    }),
    [session],
  );

  if (state.status === 'signed-out') return <SignedOutPage message={state.message} reopenUrl={state.reopenUrl} />;
  if (state.status === 'unreachable') return <UnreachablePage message={state.message} onRetry={() => void session.start(null)} />;
  if (current === null) return <Loading label="Signing you in" />;
  return (
    <SessionContext.Provider value={current}>
      <SWRConfig value={swr}>{children}</SWRConfig>
    </SessionContext.Provider>
  );
};

/** Keyed by the store in the path: another store in the same tab starts anew and sees nothing of the first. */
export const SessionProvider = (props: SessionProviderProps) => <StoreSessionProvider key={props.storeHash} {...props} />;
