import { useEffect, useState } from 'react';
import { useSWRConfig } from 'swr';
import type { Settings } from '../../lib/domain/settings';
import type { SettingsView } from '../../lib/domain/views/views';
import { apiPath } from '../shell/session/store-paths';
import { useAction } from '../shell/session/use-action';
import { useSend } from '../shell/session/use-send';
import { useSession } from '../shell/session/session-context';
import { editWith, realEdits, withEdits } from './setting-edits';
import type { SettingPath, SettingValue } from './setting-path';
import { useSettingEdits } from './use-setting-edits';

export interface SettingsForm {
  view: SettingsView;
  /** What is saved with the unsaved changes on top. */
  value: Settings;
  changes: number;
  change(...changes: [SettingPath, SettingValue][]): void;
  /** What is wrong with a setting: the refusal of the last save, or what Hike no longer has. */
  troubleAt(path: SettingPath): string | undefined;
  /** Somebody else saved since the first unsaved change. */
  hasNewerVersion: boolean;
  acceptNewerVersion(): void;
  save(): void;
  discard(): void;
  isSaving: boolean;
  wasSaved: boolean;
  failure: string | null;
}

const useSave = () => {
  const { storeHash } = useSession();
  const send = useSend();
  const { mutate } = useSWRConfig();
  return useAction(async (version: number, value: Settings) => {
    try {
      const saved = await send<SettingsView>('PUT', 'settings', { version, value });
      await mutate(apiPath(storeHash, 'settings'), saved, { revalidate: false });
      void mutate(apiPath(storeHash, 'overview'));
      return saved;
    } catch (error) {
      // A conflict means that what is shown here is old; the changes stay on top of what is new.
      await mutate(apiPath(storeHash, 'settings'));
      throw error;
    }
  });
};

/** Long enough to be seen, and then out of the way. */
const SAVED_SHOWN_MS = 5_000;

const useSavedMessage = () => {
  const [wasSaved, setWasSaved] = useState(false);
  useEffect(() => {
    if (!wasSaved) return;
    const timer = setTimeout(() => setWasSaved(false), SAVED_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [wasSaved]);
  return [wasSaved, setWasSaved] as const;
};

/** The browser asks before the app is closed with unsaved changes. */
const useLeaveWarning = (isDirty: boolean) => {
  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isDirty]);
};

export const useSettingsForm = (view: SettingsView): SettingsForm => {
  const { kept, keep, drop } = useSettingEdits();
  const [wasSaved, setWasSaved] = useSavedMessage();
  /** Changed since the last save: what it said of them is out of date. */
  const [touched, setTouched] = useState<ReadonlySet<SettingPath>>(new Set());
  const saving = useSave();
  const edits = realEdits(view.value, kept.edits);
  const isConflict = saving.error?.refusal.code === 'conflict';
  useLeaveWarning(edits.size > 0);

  return {
    view,
    value: withEdits(view.value, edits),
    changes: edits.size,
    change: (...changes) => {
      setWasSaved(false);
      setTouched((before) => new Set([...before, ...changes.map(([path]) => path)]));
      keep({ edits: editWith(edits, changes), since: edits.size === 0 ? view.version : (kept.since ?? view.version) });
    },
    troubleAt: (path) => (touched.has(path) ? undefined : saving.error?.refusal.fields?.[path]) ?? (edits.has(path) ? undefined : view.gone.find((gone) => gone.path === path)?.sentence),
    hasNewerVersion: edits.size > 0 && kept.since !== null && kept.since !== view.version,
    acceptNewerVersion: () => keep({ edits, since: view.version }),
    save: () => {
      setTouched(new Set());
      void saving.run(view.version, withEdits(view.value, edits)).then((saved) => {
        if (saved === null) return;
        drop();
        setWasSaved(true);
      });
    },
    discard: () => {
      saving.clear();
      drop();
    },
    isSaving: saving.isRunning,
    wasSaved,
    // A conflict has a notice of its own, which says whose version it is.
    failure: isConflict ? null : (saving.error?.message ?? null),
  };
};
