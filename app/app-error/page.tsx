import { AppErrorPage } from '../../components/app-error/app-error-page';
import { appErrorReason } from '../../lib/domain/views/app-error-reasons';

interface PageProps {
  searchParams: Promise<{ reason?: string | string[] }>;
}

export default async function Page({ searchParams }: PageProps) {
  const { reason } = await searchParams;
  return <AppErrorPage reason={appErrorReason(typeof reason === 'string' ? reason : undefined)} />;
}
