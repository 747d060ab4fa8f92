'use client';

import { Search } from '@bigcommerce/big-design';
import { useState } from 'react';

interface SearchBoxProps {
  label: string;
  placeholder: string;
  value: string;
  onSearch: (text: string) => void;
}

/** Searches on Enter; emptying the box shows everything again at once. */
export const SearchBox = ({ label, placeholder, value, onSearch }: SearchBoxProps) => {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  // "Clear filters" and the browser's back button change the value from outside.
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  return (
    <Search
      aria-label={label}
      placeholder={placeholder}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        if (event.target.value === '' && value !== '') onSearch('');
      }}
      onSubmit={() => onSearch(typed.trim())}
    />
  );
};
