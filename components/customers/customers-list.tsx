'use client';

import { Text } from '@bigcommerce/big-design';
import { useState } from 'react';
import type { CustomerAction, CustomerRow, CustomersView } from '../../lib/domain/views/product-views';
import { EmptyState } from '../ui/empty-state';
import { FailureNotice } from '../ui/failure-notice';
import { LiveMessage } from '../ui/live-message';
import { Paging } from '../ui/paging';
import { SearchBox } from '../ui/search-box';
import { TabList } from '../ui/tab-list';
import { useFocusAfter } from '../ui/use-focus-after';
import { ChooseDialog } from './choose-dialog';
import { CUSTOMER_VERBS, choiceWords, countOfTab, shownTabs, STATE_WORDS, titleOf } from './customer-words';
import { CustomerTable } from './customer-table';
import type { CustomersQuery } from './customers-query';
import { useCustomerAction } from './use-customer-action';

const PANEL_ID = 'customers-panel';

const Nothing = ({ search }: { search: string }) =>
  search === '' ? (
    <EmptyState title="Nobody here">Customers show here once they were read from Hike. That begins when you press Start on the Products page.</EmptyState>
  ) : (
    <EmptyState title="No customer matches">Nobody on this list matches “{search}”. Look under “All”, or search for a name or an e-mail.</EmptyState>
  );

interface CustomersListProps {
  view: CustomersView;
  query: CustomersQuery;
  onQuery: (query: CustomersQuery) => void;
}

export const CustomersList = ({ view, query, onQuery }: CustomersListProps) => {
  const action = useCustomerAction();
  const [asked, setAsked] = useState<CustomerRow | null>(null);
  const [news, setNews] = useState<string | null>(null);
  const list = useFocusAfter<HTMLTableElement>(news);

  const act = async (request: CustomerAction, sentence: string) => {
    setNews(null);
    const isDone = await action.run(request);
    setAsked(null);
    if (isDone !== null) setNews(sentence);
  };

  const { state: tab, search } = query;
  return (
    <>
      <LiveMessage text={news ?? ''} />
      {action.error && <FailureNotice title="That did not work" message={action.error.message} onClose={action.clear} />}
      <TabList
        label="Customers by where they stand"
        tabs={shownTabs(view.counts, tab).map((id) => ({ id, title: `${titleOf(id)} (${countOfTab(view.counts, id).toLocaleString('en')})` }))}
        active={tab}
        panelId={PANEL_ID}
        onChoose={(state) => onQuery({ ...query, state, offset: 0 })}
      />
      <div id={PANEL_ID} role="tabpanel" aria-label={titleOf(tab)}>
        {tab !== 'all' && <Text color="secondary60">{STATE_WORDS[tab].about}</Text>}
        <SearchBox label="Search customers" placeholder="Name or e-mail" value={search} onSearch={(text) => onQuery({ ...query, search: text, offset: 0 })} />
        {view.rows.length === 0 ? (
          <Nothing search={search} />
        ) : (
          <CustomerTable
            rows={view.rows}
            listRef={list}
            isBusy={action.isRunning}
            onChoose={setAsked}
            onVerb={(verb, { hikeId, name }) => void act({ action: verb, hikeIds: [hikeId] }, CUSTOMER_VERBS[verb].done(name))}
          />
        )}
        <Paging view={view} things="customers" total={search === '' ? countOfTab(view.counts, tab) : null} onMove={(offset) => onQuery({ ...query, offset })} />
      </div>
      {asked !== null && (
        <ChooseDialog
          row={asked}
          isBusy={action.isRunning}
          onChoose={(choice) => {
            const { hikeId } = asked;
            void act(choice === 'create' ? { action: 'create', hikeId } : { action: 'choose', hikeId, customerId: choice }, choiceWords(asked, choice));
          }}
          onCancel={() => setAsked(null)}
        />
      )}
    </>
  );
};
