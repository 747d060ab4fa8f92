'use client';

import styled from 'styled-components';
import { FinePrint } from './fine-print';

/** Stands below the words of a radio button, not below the button. */
export const BelowChoice = styled(FinePrint)`
  padding-left: ${({ theme }) => theme.spacing.xLarge};
`;
