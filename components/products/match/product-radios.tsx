'use client';

import { Radio } from '@bigcommerce/big-design';
import { useId } from 'react';
import styled from 'styled-components';
import { BelowChoice } from '../../ui/below-choice';
import { OutsideLink } from '../../ui/outside-link';
import { skusWords } from './row-words';

const Group = styled.fieldset`
  border: 0;
  display: grid;
  gap: ${({ theme }) => theme.spacing.xSmall};
  margin: ${({ theme }) => `${theme.spacing.medium} 0`};
  max-height: ${({ theme }) => theme.helpers.remCalc(280)};
  min-width: 0;
  overflow-y: auto;
  padding: ${({ theme }) => theme.spacing.xxSmall};
`;

const Legend = styled.legend`
  font-weight: ${({ theme }) => theme.typography.fontWeight.semiBold};
  margin-bottom: ${({ theme }) => theme.spacing.xSmall};
  padding: 0;
`;

interface ProductRadiosProps {
  legend: string;
  /** `skus` are `null` where they are not known. */
  products: readonly { id: number; name: string; skus: readonly string[] | null; url: string | null }[];
  chosen: number | null;
  onChoose: (id: number) => void;
}

/** One of some products in BigCommerce, each with a way to look at it first. */
export const ProductRadios = ({ legend, products, chosen, onChoose }: ProductRadiosProps) => {
  const name = useId();
  return (
    <Group>
      <Legend>{legend}</Legend>
      {products.map((product) => (
        <div key={product.id}>
          <Radio
            name={name}
            value={product.id}
            label={product.name}
            description={product.skus === null ? `Number ${product.id}` : `Number ${product.id}, ${skusWords(product.skus)}`}
            checked={chosen === product.id}
            onChange={() => onChoose(product.id)}
          />
          {product.url !== null && (
            <BelowChoice>
              <OutsideLink href={product.url}>Look at “{product.name}” in BigCommerce</OutsideLink>
            </BelowChoice>
          )}
        </div>
      ))}
    </Group>
  );
};
