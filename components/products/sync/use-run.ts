import type { CatalogueRunView } from '../../../lib/domain/views/product-views';
import { useView } from '../../shell/session/use-view';
import { isUnderWay } from './run-words';

const CALM_MS = 10_000;
const LIVE_MS = 2_000;

/** Where the dry run or the sync stands, looked at often while it moves. */
export const useRun = () => useView<CatalogueRunView>('products/run', { refreshInterval: (latest) => (latest && isUnderWay(latest) ? LIVE_MS : CALM_MS) });
