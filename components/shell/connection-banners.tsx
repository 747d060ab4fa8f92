'use client';

import { Actions } from '../ui/actions';
import { ButtonLink } from '../ui/button-link';
import { Notice } from '../ui/notice';
import { CandidateNotice } from './candidate-notice';
import { ConnectHike } from './connect-hike';
import { useOverview } from './use-overview';

/** What stops everything stands above every page; nothing else does. */
export const ConnectionBanners = () => {
  const { data } = useOverview();
  if (!data) return null;
  const { store, hike, reopenUrl } = data;
  return (
    <>
      {store.state === 'reauthorise' && (
        <Notice kind="error" title="BigCommerce no longer accepts this app’s access">
          <p>Nothing syncs until it is given again. Open the app anew and confirm its permissions; your settings are kept.</p>
          {reopenUrl !== null && (
            <Actions>
              <ButtonLink href={reopenUrl} target="top">
                Open the app anew
              </ButtonLink>
            </Actions>
          )}
        </Notice>
      )}
      {hike.state === 'reconnect' && (
        <Notice kind="error" title="Reconnect Hike">
          <p>{hike.trouble ?? 'Hike no longer accepts this app’s access.'} Nothing syncs until then; your settings are kept.</p>
          <ConnectHike state={hike.state} />
        </Notice>
      )}
      {hike.candidate !== null && <CandidateNotice current={hike.shopName} candidate={hike.candidate.shopName} />}
    </>
  );
};
