'use client';

import { useEffect, useState } from 'react';
import type { ProblemView } from '../../lib/domain/views/views';
import { Loading } from '../ui/loading';
import { Notice } from '../ui/notice';
import { BlockedNotice } from './blocked-notice';

const LONG_MS = 20_000;

/** The order is on its way from BigCommerce. Where that cannot work, or takes too long, the person is not left with a turning wheel alone. */
export const ReadingOrder = ({ orderId, blocked }: { orderId: string; blocked: ProblemView | null }) => {
  const [isLong, setIsLong] = useState(false);

  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);

  return (
    <>
      {blocked !== null && <BlockedNotice blocked={blocked} />}
      <Loading label={`Reading order ${orderId} from BigCommerce`} />
      {isLong && (
        <Notice kind="info" role="status" title="This takes longer than usual">
          <p>BigCommerce may be slow, or the order may be gone. You can close this panel and open it again later; nothing was imported.</p>
        </Notice>
      )}
    </>
  );
};
