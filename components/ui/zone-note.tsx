'use client';

import { Text } from '@bigcommerce/big-design';
import { useState } from 'react';
import { useSession } from '../shell/session/session-context';
import { zoneName } from './format-moment';

/** Said once per page, instead of beside every time. */
export const ZoneNote = ({ timeZone }: { timeZone: string }) => {
  const { user } = useSession();
  const [now] = useState(() => Date.now());
  return (
    <Text color="secondary60" marginTop="medium" marginBottom="none">
      Times are in {zoneName(timeZone, now, user.locale)}.
    </Text>
  );
};
