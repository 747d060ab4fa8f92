import '@fontsource/source-sans-3/400.css';
import '@fontsource/source-sans-3/600.css';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { APP_NAME } from '../components/shell/app-name';
import { AppStyles } from '../components/shell/app-styles';

export const metadata = {
  title: { default: APP_NAME, template: `%s · ${APP_NAME}` },
  // Pages of single stores, behind a session: nothing for a search engine.
  robots: { index: false, follow: false },
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Made per request: a page made at build time would lack the nonce that its scripts need.
  await connection();
  return (
    <html lang="en">
      <body>
        <AppStyles>{children}</AppStyles>
      </body>
    </html>
  );
}
