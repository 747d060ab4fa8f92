import { SyncLogPage } from '../../../../components/sync-log/sync-log-page';

export const metadata = { title: 'Sync log' };

export default function Page() {
  return <SyncLogPage />;
}
