'use client';

import styled from 'styled-components';

/** What is never broken into lines, however narrow its column. */
export const Unbroken = styled.div`
  white-space: nowrap;
`;
