'use client';

import { Input } from '@bigcommerce/big-design';
import { useId, useState } from 'react';
import { FieldNote } from './field-note';

interface NumberBoxProps {
  /** The visible label, or with `isLabelHidden` the name that a screen reader says. */
  label: string;
  isLabelHidden?: boolean;
  description?: string;
  value: number;
  min: number;
  max: number;
  trouble?: string | undefined;
  onChange: (value: number) => void;
}

const wholeNumber = (text: string): number | null => (/^\d{1,7}$/.test(text.trim()) ? Number(text) : null);

/** A whole number within bounds. While what is typed is none, the setting stays as it was and the field says why. */
export const NumberBox = ({ label, isLabelHidden = false, description, value, min, max, trouble, onChange }: NumberBoxProps) => {
  const [typed, setTyped] = useState<string | null>(null);
  const noteId = useId();
  const isIn = (number: number | null): number is number => number !== null && number >= min && number <= max;
  const error = typed === null || isIn(wholeNumber(typed)) ? trouble : `A whole number from ${min} to ${max.toLocaleString('en')}.`;
  return (
    <div>
      <Input
        inputMode="numeric"
        autoComplete="off"
        {...(isLabelHidden ? { 'aria-label': label } : { label })}
        {...(description === undefined ? {} : { description })}
        {...(error === undefined ? {} : { error, 'aria-invalid': true, 'aria-describedby': noteId })}
        value={typed ?? String(value)}
        onChange={(event) => {
          setTyped(event.target.value);
          const number = wholeNumber(event.target.value);
          if (isIn(number) && number !== value) onChange(number);
        }}
        onBlur={() => setTyped(null)}
      />
      {error !== undefined && <FieldNote id={noteId} kind="error" text={error} />}
    </div>
  );
};
