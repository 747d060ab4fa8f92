import type { SettingsView } from '../../lib/domain/views/views';
import { useView } from '../shell/session/use-view';

/** `refreshInterval` only while something is awaited: the lists from Hike change seldom. */
export const useSettings = (refreshInterval = 0) => useView<SettingsView>('settings', { refreshInterval, keepPreviousData: true });
