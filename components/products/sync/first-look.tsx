'use client';

import { Button } from '@bigcommerce/big-design';
import styled from 'styled-components';
import type { CatalogueRunView } from '../../../lib/domain/views/product-views';
import { Actions } from '../../ui/actions';
import { Section } from '../../ui/section';
import type { ProductActions } from '../use-product-actions';

const Steps = styled.ol`
  line-height: ${({ theme }) => theme.lineHeight.medium};
  margin: ${({ theme }) => `0 0 ${theme.spacing.large}`};
  max-width: ${({ theme }) => theme.helpers.remCalc(640)};
  padding-left: ${({ theme }) => theme.spacing.large};

  li + li {
    margin-top: ${({ theme }) => theme.spacing.xSmall};
  }
`;

/** Before anything was read: what will happen, and that looking costs nothing. */
export const FirstLook = ({ run, actions }: { run: CatalogueRunView; actions: ProductActions }) => (
  <Section id="first-look" title="Look first, then decide" description="A dry run compares both catalogues and shows what the sync would do. It writes nothing, neither in BigCommerce nor in Hike.">
    <Steps>
      <li>The app reads the products of both sides. A large catalogue takes a while, and you can leave this page meanwhile.</li>
      <li>It matches them by SKU, then by barcode. Where it is not sure it asks you; it never guesses.</li>
      <li>You see what would be created and changed, which stock levels would change or go to zero, and which prices would move far.</li>
      <li>Only when you press Start is anything written.</li>
    </Steps>
    <Actions>
      <Button mobileWidth="auto" isLoading={actions.isBusy} disabled={!run.can.dryRun} onClick={() => void actions.act({ action: 'dry-run' })}>
        Look first (dry run)
      </Button>
    </Actions>
  </Section>
);
