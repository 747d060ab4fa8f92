import { CustomersPage } from '../../../../components/customers/customers-page';

export const metadata = { title: 'Customers' };

export default function Page() {
  return <CustomersPage />;
}
