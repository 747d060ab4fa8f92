import type { SideWatch } from '../../connection-watch';
import type { ConnectionState, WatchedSide } from '../../views/views';

/** What a page says of a side that was watched; `null` while the watch has not yet looked at what is known since. */
export const sideToShow = (side: SideWatch | null, known: ConnectionState): WatchedSide | null => {
  if (side === null || known === 'not-connected' || (known === 'reconnect') !== (side.state === 'reconnect')) return null;
  const { state, since, trouble, reason } = side;
  return { state, since, trouble, reason };
};
