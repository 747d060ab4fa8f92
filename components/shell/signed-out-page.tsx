'use client';

import { ButtonLink } from '../ui/button-link';
import { PlainPage } from './plain-page';

export const SignedOutPage = ({ message, reopenUrl }: { message: string; reopenUrl: string | null }) => (
  <PlainPage title="You are signed out">
    <p role="status">{message}</p>
    {reopenUrl === null ? (
      <p>Open the app again from Apps in the menu of your BigCommerce control panel. Nothing that was saved is lost.</p>
    ) : (
      <ButtonLink href={reopenUrl} target="top" primary>
        Open the app again
      </ButtonLink>
    )}
  </PlainPage>
);
