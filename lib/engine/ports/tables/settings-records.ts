import type { StoreHash } from '../../../domain/ids';
import type { Instant } from '../../../domain/instant';
import { DEFAULT_SETTINGS, type Settings } from '../../../domain/settings';

export interface SettingsRecord {
  value: Settings;
  version: number;
  savedAt: Instant;
  savedBy: string;
}

/** What stands for a store whose settings were never saved. */
export const UNSAVED_SETTINGS: SettingsRecord = {
  value: DEFAULT_SETTINGS,
  version: 0,
  savedAt: '1970-01-01T00:00:00.000Z' as Instant,
  savedBy: '',
};

export interface SettingsRecords {
  /** Version 0 with the defaults when nothing was saved yet. */
  get(storeHash: StoreHash): Promise<SettingsRecord>;
  /** False when the version moved meanwhile: somebody else saved. */
  save(storeHash: StoreHash, expectedVersion: number, record: Omit<SettingsRecord, 'version'>): Promise<boolean>;
}
