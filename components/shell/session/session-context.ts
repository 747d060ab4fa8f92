import { createContext, useContext } from 'react';
import type { SessionView } from '../../../lib/domain/views/views';
import type { StoreSession } from './store-session';

export interface CurrentSession {
  storeHash: string;
  session: StoreSession;
  user: SessionView['user'];
}

export const SessionContext = createContext<CurrentSession | null>(null);

export const useSession = (): CurrentSession => {
  const current = useContext(SessionContext);
  if (current === null) throw new Error('useSession needs a SessionProvider above it');
  return current;
};
