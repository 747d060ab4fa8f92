import { SyncPage } from '../../../../components/products/sync/sync-page';

export const metadata = { title: 'Products' };

export default function Page() {
  return <SyncPage />;
}
