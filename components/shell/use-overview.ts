import type { SWRConfiguration } from 'swr';
import type { OverviewView } from '../../lib/domain/views/views';
import type { ApiError } from './session/api-error';
import { useView } from './session/use-view';

const CALM_MS = 20_000;

/** Connections and health; the header, the banners and the overview share one answer. */
export const useOverview = (options: SWRConfiguration<OverviewView, ApiError> = {}) =>
  useView<OverviewView>('overview', { refreshInterval: CALM_MS, keepPreviousData: true, ...options });
