import { MatchPage } from '../../../../../components/products/match/match-page';

export const metadata = { title: 'Match desk' };

export default function Page() {
  return <MatchPage />;
}
