import { StockPage } from '../../../../../components/products/stock/stock-page';

export const metadata = { title: 'Stock' };

export default function Page() {
  return <StockPage />;
}
