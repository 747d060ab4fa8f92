'use client';

import { PlainPage } from '../shell/plain-page';

/** Whose store it would be is not known here, so there is no page to link to. */
export const MissingPage = () => (
  <PlainPage title="This page does not exist">
    <p>The address leads nowhere, or the page has moved.</p>
    <p>Go back, or open the app from Apps in the menu of your BigCommerce control panel.</p>
  </PlainPage>
);
