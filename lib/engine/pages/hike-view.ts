import type { ConnectionState, OverviewView } from '../../domain/views/views';
import type { StoreState } from './page-deps';

export const connectionStateOf = ({ connection }: StoreState): ConnectionState => connection?.state ?? 'not-connected';

/** A candidate is asked about once it is known which shop it is. */
export const hikeView = (state: StoreState): OverviewView['hike'] => {
  const { connection } = state;
  const candidate = connection?.candidate ?? null;
  return {
    state: connectionStateOf(state),
    shopName: connection?.shopName ?? null,
    trouble: connection?.trouble ?? null,
    candidate: candidate?.shopName == null ? null : { shopName: candidate.shopName },
  };
};
