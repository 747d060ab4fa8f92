'use client';

import NextLink from 'next/link';
import { usePathname } from 'next/navigation';
import styled from 'styled-components';
import { pagePath, type StorePage } from './session/store-paths';

/** `below` are pages that it leads to and that begin with another address. */
const PAGES: { page: StorePage; title: string; below?: StorePage }[] = [
  { page: '', title: 'Overview', below: 'comparison' },
  { page: 'orders', title: 'Orders' },
  { page: 'products', title: 'Products' },
  { page: 'customers', title: 'Customers' },
  { page: 'sync-log', title: 'Sync log' },
  { page: 'settings', title: 'Settings' },
  { page: 'what-syncs', title: 'What syncs' },
];

/** Moved out by the tabs' own padding, so that the first word stands below the name. */
const List = styled.ul`
  display: flex;
  flex-wrap: wrap;
  list-style: none;
  margin: 0 -${({ theme }) => theme.spacing.xSmall};
  padding: 0;

  ${({ theme }) => theme.breakpoints.tablet} {
    margin: 0 -${({ theme }) => theme.spacing.medium};
  }
`;

const Tab = styled(NextLink)`
  border-bottom: ${({ theme }) => theme.spacing.xxSmall} solid transparent;
  box-sizing: border-box;
  color: ${({ theme }) => theme.colors.primary};
  display: block;
  font-size: ${({ theme }) => theme.typography.fontSize.small};
  padding: ${({ theme }) => theme.spacing.xSmall};
  text-decoration: none;

  &:hover {
    background-color: ${({ theme }) => theme.colors.primary10};
  }

  &:focus-visible {
    outline: ${({ theme }) => theme.helpers.remCalc(2)} solid ${({ theme }) => theme.colors.primary};
    outline-offset: -${({ theme }) => theme.helpers.remCalc(2)};
  }

  &[aria-current] {
    border-bottom-color: ${({ theme }) => theme.colors.primary};
    color: ${({ theme }) => theme.colors.secondary70};
    font-weight: ${({ theme }) => theme.typography.fontWeight.semiBold};
  }

  ${({ theme }) => theme.breakpoints.tablet} {
    font-size: ${({ theme }) => theme.typography.fontSize.medium};
    padding: ${({ theme }) => `${theme.spacing.small} ${theme.spacing.medium}`};
  }
`;

/** A page with pages of its own stays marked on them. The overview has the others' address as its beginning, but they are not its own. */
const currentOf = (pathname: string, href: string): { 'aria-current'?: 'page' | 'true' } => {
  if (pathname === href) return { 'aria-current': 'page' };
  return href.split('/').length > 3 && pathname.startsWith(`${href}/`) ? { 'aria-current': 'true' } : {};
};

export const Navigation = ({ storeHash }: { storeHash: string }) => {
  const pathname = usePathname();
  return (
    <nav aria-label="Pages">
      <List>
        {PAGES.map(({ page, title, below }) => {
          const href = pagePath(storeHash, page);
          const isBelow = below !== undefined && pathname === pagePath(storeHash, below);
          return (
            <li key={page}>
              <Tab href={href} {...(isBelow ? { 'aria-current': 'true' } : currentOf(pathname, href))}>
                {title}
              </Tab>
            </li>
          );
        })}
      </List>
    </nav>
  );
};
