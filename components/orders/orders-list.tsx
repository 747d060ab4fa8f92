'use client';

import { useState } from 'react';
import styled from 'styled-components';
import type { OrderRow, OrdersView } from '../../lib/domain/views/views';
import { Paging } from '../ui/paging';
import { SearchBox } from '../ui/search-box';
import { TabList } from '../ui/tab-list';
import { useSelection } from '../ui/use-selection';
import { BulkBar } from './bulk-bar';
import { EmptyOrders } from './empty-orders';
import { ImportDialog } from './import-dialog';
import { OrderTable } from './order-table';
import { TAB_TITLES, TABS } from './order-words';
import type { OrdersQuery } from './orders-query';
import type { OrderActions } from './use-order-actions';

const IMPORTABLE = { keyOf: ({ id }: OrderRow) => id, isPossible: ({ canImport }: OrderRow) => canImport };

const PANEL_ID = 'orders-panel';

const Panel = styled.div<{ $isStale: boolean }>`
  opacity: ${({ $isStale }) => ($isStale ? 0.5 : 1)};
`;

interface OrdersListProps {
  view: OrdersView;
  query: OrdersQuery;
  onQuery: (query: OrdersQuery) => void;
  actions: OrderActions;
}

export const OrdersList = ({ view, query, onQuery, actions }: OrdersListProps) => {
  const selection = useSelection(view.rows, IMPORTABLE);
  const [isAsking, setIsAsking] = useState(false);
  const change = (next: OrdersQuery) => {
    selection.clear();
    onQuery(next);
  };
  const importSelected = async () => {
    await actions.importOrders(selection.rows.map(({ id }) => id));
    selection.clear();
    setIsAsking(false);
  };
  return (
    <>
      <TabList
        label="Orders by what is to be done"
        tabs={TABS.map((tab) => ({ id: tab, title: `${TAB_TITLES[tab]} (${view.counts[tab]})` }))}
        active={query.tab}
        panelId={PANEL_ID}
        onChoose={(tab) => change({ ...query, tab, offset: 0 })}
      />
      <Panel id={PANEL_ID} role="tabpanel" aria-label={TAB_TITLES[query.tab]} aria-busy={view.tab !== query.tab} $isStale={view.tab !== query.tab}>
        <SearchBox label="Search orders" placeholder="Number, name or e-mail" value={query.search} onSearch={(search) => change({ ...query, search, offset: 0 })} />
        {selection.possible > 0 && (
          <BulkBar
            selected={selection.rows.length}
            possible={selection.possible}
            isBusy={actions.isBusy}
            onSelectAll={() => selection.selectAll(true)}
            onImport={() => setIsAsking(true)}
          />
        )}
        {view.rows.length === 0 ? <EmptyOrders tab={query.tab} search={query.search} /> : <OrderTable view={view} selection={selection} actions={actions} />}
        <Paging view={view} things="orders" back="Newer" on="Older" total={query.search === '' ? view.counts[view.tab] : null} onMove={(offset) => change({ ...query, offset })} />
      </Panel>
      {isAsking && selection.rows.length > 0 && (
        <ImportDialog orders={selection.rows} isBusy={actions.isBusy} onConfirm={() => void importSelected()} onCancel={() => setIsAsking(false)} />
      )}
    </>
  );
};
