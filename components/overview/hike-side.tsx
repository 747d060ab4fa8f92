'use client';

import type { BadgeProps } from '@bigcommerce/big-design';
import type { ConnectionState, OverviewView } from '../../lib/domain/views/views';
import { ConnectHike } from '../shell/connect-hike';
import { ChangeShop } from './change-shop';
import { ConnectionSide } from './connection-side';
import { WatchLine } from './watch-line';

const STATE: Record<ConnectionState, { state: string; variant: NonNullable<BadgeProps['variant']> }> = {
  connected: { state: 'Connected', variant: 'success' },
  reconnect: { state: 'Reconnect', variant: 'danger' },
  'not-connected': { state: 'Not connected', variant: 'secondary' },
};

export const HikeSide = ({ overview: { hike, watch, store } }: { overview: OverviewView }) => (
  <ConnectionSide system="Hike" {...STATE[hike.state]} watch={watch.hike} name={hike.shopName}>
    <WatchLine system="Hike" watch={watch.hike} timeZone={store.timeZone} />
    {hike.state === 'not-connected' && (
      <>
        <p>You sign in to Hike in a window of its own and agree there. Nothing syncs before the set-up is complete.</p>
        <ConnectHike state={hike.state} />
      </>
    )}
    {/* The reason and the button stand in the notice above every page. */}
    {hike.state === 'reconnect' && <p>Use “Reconnect Hike” at the top of this page. Your settings are kept.</p>}
    {hike.state === 'connected' && (
      <>
        {hike.trouble !== null && <p>{hike.trouble}</p>}
        <ChangeShop />
      </>
    )}
  </ConnectionSide>
);
