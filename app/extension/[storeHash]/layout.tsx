import type { ReactNode } from 'react';
import { PanelFrame } from '../../../components/extension/panel-frame';
import { clientSettings } from '../../../lib/web/client-settings';

interface LayoutProps {
  params: Promise<{ storeHash: string }>;
  children: ReactNode;
}

/** Who may see the store is decided by its API routes; nothing of it is in the page itself. */
export default async function Layout({ params, children }: LayoutProps) {
  const { storeHash } = await params;
  return (
    <PanelFrame storeHash={storeHash} sdkUrl={clientSettings().sdkUrl}>
      {children}
    </PanelFrame>
  );
}
