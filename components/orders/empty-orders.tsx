'use client';

import type { OrdersTab } from '../../lib/domain/views/views';
import { EmptyState } from '../ui/empty-state';

const EMPTY: Record<OrdersTab, { title: string; text: string }> = {
  'to-import': { title: 'Nothing to import', text: 'New orders of your store show up here by themselves. Press “Check BigCommerce now” if you do not want to wait.' },
  'needs-you': { title: 'Nothing needs you', text: 'Orders that could not be imported show up here, each with the reason and what to do.' },
  importing: { title: 'No import is running', text: 'Orders are here while they are on their way to Hike.' },
  imported: { title: 'Nothing imported yet', text: 'Orders that you import to Hike are listed here with the number of their sale.' },
  'left-out': { title: 'Nothing is left out', text: 'Orders that you do not want in Hike can be left out, and put back at any time.' },
  all: { title: 'No orders yet', text: 'Orders of your store show up here once they have been read from BigCommerce.' },
};

export const EmptyOrders = ({ tab, search }: { tab: OrdersTab; search: string }) => {
  if (search !== '') return <EmptyState title="No order matches">Nothing here matches “{search}”. Look under “All”, or search for a number, a name or an e-mail.</EmptyState>;
  return <EmptyState title={EMPTY[tab].title}>{EMPTY[tab].text}</EmptyState>;
};
