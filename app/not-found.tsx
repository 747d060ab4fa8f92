import { connection } from 'next/server';
import { MissingPage } from '../components/app-error/missing-page';

export default async function NotFound() {
  // Made per request like every page: one made at build time would lack the nonce that its scripts need.
  await connection();
  return <MissingPage />;
}
