import type { Settings } from '../../lib/domain/settings';
import { isSameSetting, settingAt, withSetting, type SettingPath, type SettingValue } from './setting-path';

/** What a person changed and has not saved, by path: it stands on top of whatever is saved, also when somebody else saves meanwhile. */
export type SettingEdits = ReadonlyMap<SettingPath, SettingValue>;

export const NO_EDITS: SettingEdits = new Map();

export const withEdits = (saved: Settings, edits: SettingEdits): Settings =>
  [...edits].reduce((settings, [path, value]) => withSetting(settings, path, value), saved);

/** An edit that says what is saved anyway is none: changing a choice back leaves nothing to save. */
export const realEdits = (saved: Settings, edits: SettingEdits): SettingEdits =>
  new Map([...edits].filter(([path, value]) => !isSameSetting(settingAt(saved, path), value)));

export const editWith = (edits: SettingEdits, changes: Iterable<[SettingPath, SettingValue]>): SettingEdits => new Map([...edits, ...changes]);
