'use client';

import NextLink from 'next/link';
import { usePathname } from 'next/navigation';
import styled from 'styled-components';
import { useSession } from '../shell/session/session-context';
import { pagePath, type StorePage } from '../shell/session/store-paths';

const PAGES: { page: StorePage; title: string }[] = [
  { page: 'products', title: 'Sync' },
  { page: 'products/match', title: 'Match desk' },
  { page: 'products/stock', title: 'Stock' },
];

const List = styled.ul`
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => theme.spacing.xSmall};
  list-style: none;
  margin: ${({ theme }) => `0 0 ${theme.spacing.large}`};
  padding: 0;
`;

const Pill = styled(NextLink)`
  border: ${({ theme }) => theme.border.box};
  border-radius: ${({ theme }) => theme.spacing.large};
  color: ${({ theme }) => theme.colors.primary};
  background-color: ${({ theme }) => theme.colors.white};
  display: block;
  line-height: ${({ theme }) => theme.lineHeight.medium};
  padding: ${({ theme }) => `${theme.spacing.xxSmall} ${theme.spacing.medium}`};
  text-decoration: none;

  &:hover {
    background-color: ${({ theme }) => theme.colors.primary10};
  }

  &:focus-visible {
    outline: ${({ theme }) => theme.helpers.remCalc(2)} solid ${({ theme }) => theme.colors.primary};
    outline-offset: ${({ theme }) => theme.helpers.remCalc(2)};
  }

  &[aria-current='page'] {
    background-color: ${({ theme }) => theme.colors.primary10};
    border-color: ${({ theme }) => theme.colors.primary};
    color: ${({ theme }) => theme.colors.primary70};
    font-weight: ${({ theme }) => theme.typography.fontWeight.semiBold};
  }
`;

export const ProductsNavigation = () => {
  const { storeHash } = useSession();
  const pathname = usePathname();
  return (
    <nav aria-label="Pages of products">
      <List>
        {PAGES.map(({ page, title }) => {
          const href = pagePath(storeHash, page);
          return (
            <li key={page}>
              <Pill href={href} {...(pathname === href ? { 'aria-current': 'page' as const } : {})}>
                {title}
              </Pill>
            </li>
          );
        })}
      </List>
    </nav>
  );
};
