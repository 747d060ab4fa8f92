'use client';

import type { OverviewView } from '../../lib/domain/views/views';
import { useSession } from '../shell/session/session-context';
import { zoneName } from '../ui/format-moment';
import { Section } from '../ui/section';
import { Columns } from './columns';
import { ConnectionSide } from './connection-side';
import { HikeSide } from './hike-side';

const StoreSide = ({ store, now }: { store: OverviewView['store']; now: number }) => {
  const { user } = useSession();
  const isActive = store.state === 'active';
  return (
    <ConnectionSide system="BigCommerce" state={isActive ? 'Connected' : 'Access lost'} variant={isActive ? 'success' : 'danger'} name={store.name}>
      {/* Without a currency the store has not been read yet, and its zone is a guess. */}
      <p>{store.currency === '' ? 'The store’s details are being read.' : `Works in ${store.currency}. Times on these pages are in ${zoneName(store.timeZone, now, user.locale)}.`}</p>
    </ConnectionSide>
  );
};

export const Connections = ({ overview, now }: { overview: OverviewView; now: number }) => (
  <Section id="hike" title="Connections">
    <Columns>
      <StoreSide store={overview.store} now={now} />
      <HikeSide hike={overview.hike} />
    </Columns>
  </Section>
);
