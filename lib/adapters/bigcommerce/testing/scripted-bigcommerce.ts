import { StoreHash } from '../../../domain/ids';
import { createQuickClock } from '../../http/testing/quick-clock';
import { scriptedTransport, type SentCall } from '../../http/testing/scripted-transport';
import { unpaced } from '../../http/unpaced';
import { createBigCommerce } from '../create-bigcommerce';

type Answer = { status?: number; body?: unknown; text?: string };

/** The adapter before a BigCommerce that answers by a function. */
export const scriptedBigCommerce = (script: (call: SentCall) => Answer) => {
  const { transport, sent } = scriptedTransport(script);
  const bigcommerce = createBigCommerce({
    apiUrl: 'https://api.example/', storeHash: StoreHash.parse('abc123'), accessToken: 'store-token', appId: '9001',
    transport, clock: createQuickClock(), random: Math.random, pacer: unpaced,
  });
  return { bigcommerce, sent };
};
