'use client';

import { Text } from '@bigcommerce/big-design';
import styled from 'styled-components';
import type { ProductsTab, ProductsView } from '../../../lib/domain/views/product-views';
import { EmptyState } from '../../ui/empty-state';
import { FailureNotice } from '../../ui/failure-notice';
import { Notice } from '../../ui/notice';
import { Paging } from '../../ui/paging';
import { SearchBox } from '../../ui/search-box';
import { Sheet } from '../../ui/sheet';
import { TabList } from '../../ui/tab-list';
import { useFocusAfter } from '../../ui/use-focus-after';
import { ActionNotices } from '../action-notices';
import { BulkBar } from './bulk-bar';
import { MatchDialogs } from './match-dialogs';
import type { MatchQuery } from './match-query';
import { shownTabs, TAB_WORDS } from './match-tabs';
import { ProductTable } from './product-table';
import { useMatchDesk } from './use-match-desk';
import { useMatchSelection } from './use-match-selection';

const PANEL_ID = 'match-panel';

const Panel = styled.div<{ $isStale: boolean }>`
  opacity: ${({ $isStale }) => ($isStale ? 0.5 : 1)};
`;

const Nothing = ({ tab, search }: { tab: ProductsTab; search: string }) => {
  if (search !== '') return <EmptyState title="No product matches">Nothing on this list matches “{search}”. Search for a name, a SKU or a barcode, or look at another list.</EmptyState>;
  const { title, text } = TAB_WORDS[tab].empty;
  return <EmptyState title={title}>{text}</EmptyState>;
};

interface MatchListsProps {
  view: ProductsView;
  query: MatchQuery & { tab: ProductsTab };
  onQuery: (query: MatchQuery) => void;
}

export const MatchLists = ({ view, query, onQuery }: MatchListsProps) => {
  const selection = useMatchSelection(view);
  const desk = useMatchDesk(selection.clear);
  const list = useFocusAfter<HTMLTableElement>(desk.news);
  const { tab, search } = query;
  const isStale = view.tab !== tab;
  const change = (next: MatchQuery) => {
    selection.clear();
    desk.forgetNews();
    onQuery(next);
  };
  return (
    <>
      <ActionNotices actions={desk.actions} />
      {desk.previewFailure !== null && <FailureNotice title="The preview could not be made" message={desk.previewFailure} onClose={desk.clearPreviewFailure} />}
      <div role="status">
        {desk.news !== null && (
          <Notice kind="success" onClose={desk.forgetNews}>
            <p>{desk.news}</p>
          </Notice>
        )}
      </div>
      <Sheet>
        <TabList
          label="Products by how both sides match"
          tabs={shownTabs(view.counts, tab).map((id) => ({ id, title: `${TAB_WORDS[id].title} (${view.counts[id].toLocaleString('en')})` }))}
          active={tab}
          panelId={PANEL_ID}
          onChoose={(next) => change({ ...query, tab: next, offset: 0 })}
        />
        <Panel id={PANEL_ID} role="tabpanel" aria-label={TAB_WORDS[tab].title} aria-busy={isStale} $isStale={isStale}>
          <Text color="secondary60">{TAB_WORDS[tab].about}</Text>
          <SearchBox label="Search products" placeholder="Name, SKU or barcode" value={search} onSearch={(text) => change({ ...query, search: text, offset: 0 })} />
          {(selection.possible > 0 || selection.canBeEverything) && <BulkBar selection={selection} query={{ tab: view.tab, search }} isBusy={desk.isBusy} onVerb={desk.begin} />}
          {view.rows.length === 0 ? <Nothing tab={tab} search={search} /> : <ProductTable rows={view.rows} selection={selection} desk={desk} listRef={list} />}
          <Paging view={view} things="products" total={view.total} onMove={(offset) => change({ ...query, offset })} />
        </Panel>
      </Sheet>
      <MatchDialogs desk={desk} />
    </>
  );
};
