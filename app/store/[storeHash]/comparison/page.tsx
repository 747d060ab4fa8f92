import { ComparisonPage } from '../../../../components/comparison/comparison-page';

export const metadata = { title: 'Comparison' };

export default function Page() {
  return <ComparisonPage />;
}
