'use client';

import { useSearchParams } from 'next/navigation';
import type { CustomersView } from '../../lib/domain/views/product-views';
import { useView } from '../shell/session/use-view';
import { FailureNotice } from '../ui/failure-notice';
import { keepInAddress } from '../ui/keep-in-address';
import { Notice } from '../ui/notice';
import { PageHeader } from '../ui/page-header';
import { Sheet } from '../ui/sheet';
import { Skeleton } from '../ui/skeleton';
import { CustomersList } from './customers-list';
import { addressFromCustomersQuery, customersQueryFromAddress } from './customers-query';

const REFRESH_MS = 10_000;

export const CustomersPage = () => {
  const query = customersQueryFromAddress(useSearchParams());
  const address = addressFromCustomersQuery(query);
  const { data: view, error, mutate } = useView<CustomersView>(`customers${address}`, { refreshInterval: REFRESH_MS, keepPreviousData: true });
  return (
    <>
      <PageHeader title="Customers" description="Customers in Hike with first name, last name and e-mail are found in BigCommerce by e-mail, or created there. No mail is sent to them." />
      {error && <FailureNotice title="The customers could not be read" message={error.message} onRetry={() => void mutate()} />}
      {view === undefined && !error && <Skeleton label="Loading the customers" />}
      {view !== undefined && (
        <>
          {view.isPaused && (
            <Notice kind="info" title="Customers are paused">
              <p>Nobody is sent to BigCommerce until you resume it on the Overview page. Changes are kept and follow then.</p>
            </Notice>
          )}
          <Sheet>
            <CustomersList view={view} query={query} onQuery={(next) => keepInAddress(addressFromCustomersQuery(next))} />
          </Sheet>
        </>
      )}
    </>
  );
};
