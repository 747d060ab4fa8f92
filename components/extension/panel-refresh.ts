import type { OrderPanelView } from '../../lib/domain/views/views';

const BUSY_MS = 1_500;
const CALM_MS = 10_000;

/** Something is on its way that the person waits for. */
const isBusy = ({ order, isReading }: Pick<OrderPanelView, 'order' | 'isReading'>): boolean =>
  isReading || order?.state === 'importing' || order?.state === 'checking';

/** How soon the panel looks again; nothing read yet is something to wait for. */
export const panelRefresh = (view: OrderPanelView | undefined): number => (view === undefined || isBusy(view) ? BUSY_MS : CALM_MS);
