'use client';

import { ButtonLink } from '../ui/button-link';
import type { ProblemFix } from './problem-fix';

export const FixLink = ({ fix }: { fix: ProblemFix }) =>
  fix.kind === 'link' ? (
    <ButtonLink href={fix.href} {...(fix.target === undefined ? {} : { target: fix.target })}>
      {fix.label}
    </ButtonLink>
  ) : null;
