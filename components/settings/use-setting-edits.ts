import { useState } from 'react';
import { useSession } from '../shell/session/session-context';
import type { StoreSession } from '../shell/session/store-session';
import { NO_EDITS, type SettingEdits } from './setting-edits';

interface KeptEdits {
  edits: SettingEdits;
  /** The saved version that the person was looking at when they began. */
  since: number | null;
}

const NOTHING: KeptEdits = { edits: NO_EDITS, since: null };

/** Beside the session, so in memory and per store: a look at another page must not cost what was typed. */
const KEPT = new WeakMap<StoreSession, KeptEdits>();

export const useSettingEdits = () => {
  const { session } = useSession();
  const [kept, setKept] = useState(() => KEPT.get(session) ?? NOTHING);
  const keep = (next: KeptEdits) => {
    KEPT.set(session, next);
    setKept(next);
  };
  return { kept, keep, drop: () => keep(NOTHING) };
};
