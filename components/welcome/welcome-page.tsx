'use client';

import { PlainPage } from '../shell/plain-page';

/** For somebody who typed the bare address: without a launch from a control panel it is not known whose store to show. */
export const WelcomePage = () => (
  <PlainPage title="Open this app from BigCommerce">
    <p>It keeps a BigCommerce store and a Hike POS shop in step, and lives inside the BigCommerce control panel.</p>
    <p>Sign in to your store’s control panel, choose Apps in its menu, and open the app there.</p>
  </PlainPage>
);
