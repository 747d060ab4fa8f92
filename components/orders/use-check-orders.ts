import { useEffect, useState } from 'react';
import { useAction } from '../shell/session/use-action';
import { useSend } from '../shell/session/use-send';

/** As long as reading a store's latest orders takes, with room. */
const AWAITED_MS = 12_000;

/** "Check BigCommerce now": the answer comes at once, the orders a little later. */
export const useCheckOrders = () => {
  const send = useSend();
  const [isAwaiting, setIsAwaiting] = useState(false);
  const check = useAction(async () => {
    await send('POST', 'orders/check');
    setIsAwaiting(true);
  });
  useEffect(() => {
    if (!isAwaiting) return;
    const timer = setTimeout(() => setIsAwaiting(false), AWAITED_MS);
    return () => clearTimeout(timer);
  }, [isAwaiting]);
  return { check, isAwaiting };
};
