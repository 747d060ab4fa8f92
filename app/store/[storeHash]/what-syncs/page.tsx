import { WhatSyncsPage } from '../../../../components/what-syncs/what-syncs-page';

export const metadata = { title: 'What syncs' };

export default function Page() {
  return <WhatSyncsPage />;
}
