'use client';

import type { OverviewView } from '../../lib/domain/views/views';
import { useSession } from '../shell/session/session-context';
import { relativeMoment, zoneName } from '../ui/format-moment';
import { Moment } from '../ui/moment';
import { Section } from '../ui/section';
import { Columns } from './columns';
import { ConnectionSide } from './connection-side';
import { HikeSide } from './hike-side';
import { WatchLine } from './watch-line';

const StoreSide = ({ overview: { store, watch }, now }: { overview: OverviewView; now: number }) => {
  const { user } = useSession();
  const isActive = store.state === 'active';
  return (
    <ConnectionSide system="BigCommerce" state={isActive ? 'Connected' : 'Access lost'} variant={isActive ? 'success' : 'danger'} watch={watch.bigcommerce} name={store.name}>
      <WatchLine system="BigCommerce" watch={watch.bigcommerce} timeZone={store.timeZone} />
      {/* Without a currency the store has not been read yet, and its zone is a guess. */}
      <p>{store.currency === '' ? 'The store’s details are being read.' : `Works in ${store.currency}. Times on these pages are in ${zoneName(store.timeZone, now, user.locale)}.`}</p>
      {store.noticesGoodAt !== null && (
        <p>
          Its notices of changes were last found working {relativeMoment(store.noticesGoodAt, now) ?? <Moment at={store.noticesGoodAt} timeZone={store.timeZone} />}.
        </p>
      )}
    </ConnectionSide>
  );
};

export const Connections = ({ overview, now }: { overview: OverviewView; now: number }) => (
  <Section id="hike" title="Connections">
    <Columns>
      <StoreSide overview={overview} now={now} />
      <HikeSide overview={overview} />
    </Columns>
  </Section>
);
