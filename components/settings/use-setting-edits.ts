import useSWR from 'swr';
import { NO_EDITS, type SettingEdits } from './setting-edits';

interface KeptEdits {
  edits: SettingEdits;
  /** The saved version that the person was looking at when they began. */
  since: number | null;
}

const NOTHING: KeptEdits = { edits: NO_EDITS, since: null };

/** Kept beside the answers of the API, in memory and per store: a look at another page must not cost what was typed. */
export const useSettingEdits = () => {
  // Without a fetcher named here SWR would ask the app's own for this key.
  const { data = NOTHING, mutate } = useSWR<KeptEdits>('settings-edits', { fetcher: null });
  return { kept: data, keep: (next: KeptEdits) => void mutate(next, { revalidate: false }), drop: () => void mutate(NOTHING, { revalidate: false }) };
};
