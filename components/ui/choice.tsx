'use client';

import { Select } from '@bigcommerce/big-design';

export interface ChoiceOption<Value> {
  value: Value;
  content: string;
  disabled?: boolean;
}

interface ChoiceProps<Value> {
  /** The visible label, or with `isLabelHidden` the name that a screen reader says. */
  label: string;
  isLabelHidden?: boolean;
  options: ChoiceOption<Value>[];
  value: Value;
  placeholder?: string;
  description?: string;
  error?: string | undefined;
  /** The id of what is said below the field. */
  describedBy?: string | undefined;
  disabled?: boolean;
  onChange: (value: Value) => void;
}

/** One of a list. BigDesign's Select empties itself on Escape; a setting is changed by choosing, never by leaving. */
export const Choice = <Value extends string | number | null>(props: ChoiceProps<Value>) => {
  const { label, isLabelHidden = false, options, value, placeholder, description, error, describedBy, disabled = false, onChange } = props;
  return (
    <Select<Value>
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(description === undefined ? {} : { description })}
      {...(error === undefined ? {} : { error, 'aria-invalid': true })}
      aria-describedby={describedBy}
      options={options}
      value={value}
      disabled={disabled}
      filterable={options.length > 8}
      maxHeight={300}
      onOptionChange={(chosen) => {
        if (chosen !== undefined && chosen !== value) onChange(chosen);
      }}
    />
  );
};
