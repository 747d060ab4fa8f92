import { notFound } from 'next/navigation';
import { OrderPanel } from '../../../../../components/extension/order-panel';

export const metadata = { title: 'Import to Hike' };

interface PageProps {
  params: Promise<{ orderId: string }>;
}

export default async function Page({ params }: PageProps) {
  const { orderId } = await params;
  if (!/^\d{1,15}$/.test(orderId)) notFound();
  return <OrderPanel key={orderId} orderId={orderId} />;
}
