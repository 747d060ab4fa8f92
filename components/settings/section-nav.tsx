'use client';

import styled from 'styled-components';

const SECTIONS = [
  { id: 'outlet', title: 'Where online sales go' },
  { id: 'payments', title: 'Payments' },
  { id: 'price', title: 'Sale price' },
  { id: 'taxes', title: 'Taxes' },
  { id: 'orders', title: 'Orders and sales' },
  { id: 'preview', title: 'Preview' },
  { id: 'products', title: 'Products' },
  { id: 'stock', title: 'Stock' },
  { id: 'alerts', title: 'Alerts' },
  { id: 'pause', title: 'Pause' },
] as const;

const Nav = styled.nav`
  display: none;

  ${({ theme }) => theme.breakpoints.desktop} {
    align-self: start;
    display: block;
    position: sticky;
    top: ${({ theme }) => theme.spacing.medium};
  }

  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }

  a {
    border-left: ${({ theme }) => theme.spacing.xxSmall} solid transparent;
    color: ${({ theme }) => theme.colors.primary};
    display: block;
    line-height: ${({ theme }) => theme.lineHeight.medium};
    padding: ${({ theme }) => `${theme.spacing.xSmall} ${theme.spacing.small}`};
    text-decoration: none;
  }

  a:hover {
    background-color: ${({ theme }) => theme.colors.primary10};
    border-left-color: ${({ theme }) => theme.colors.primary};
  }

  a:focus-visible {
    outline: ${({ theme }) => theme.helpers.remCalc(2)} solid ${({ theme }) => theme.colors.primary};
  }
`;

export const SectionNav = () => (
  <Nav aria-label="Sections of this page">
    <ul>
      {SECTIONS.map(({ id, title }) => (
        <li key={id}>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ul>
  </Nav>
);
