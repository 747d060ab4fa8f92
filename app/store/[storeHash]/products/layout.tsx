import type { ReactNode } from 'react';
import { ProductsFrame } from '../../../../components/products/products-frame';

export default function Layout({ children }: { children: ReactNode }) {
  return <ProductsFrame>{children}</ProductsFrame>;
}
