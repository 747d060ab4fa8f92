'use client';

import type { ReactNode } from 'react';
import { PageHeader } from '../ui/page-header';
import { ProductsNavigation } from './products-navigation';

/** The three pages of products have one heading, which stays as one goes from one to the other. */
export const ProductsFrame = ({ children }: { children: ReactNode }) => (
  <>
    <PageHeader title="Products" description="Products, prices and stock go from Hike to BigCommerce. Who decides each field of a product is set in Settings." />
    <ProductsNavigation />
    {children}
  </>
);
