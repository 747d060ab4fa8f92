'use client';

import { Text } from '@bigcommerce/big-design';
import { ConnectHike } from '../shell/connect-hike';
import { Section } from '../ui/section';

/** Every choice on this page is one of Hike's lists, so without Hike there is nothing to choose. */
export const ConnectFirst = () => (
  <Section id="hike" title="Connect Hike first" description="Outlets, registers, payment types and taxes are read from your Hike shop. Once it is connected you choose here where your orders go.">
    <Text>You sign in to Hike in a window of its own and agree there. Nothing is changed in Hike or in BigCommerce by connecting.</Text>
    <ConnectHike state="not-connected" />
  </Section>
);
