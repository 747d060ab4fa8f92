'use client';

import { Radio } from '@bigcommerce/big-design';
import { useId } from 'react';
import { FieldGroup } from './field-group';
import { FieldNote } from './field-note';
import { settingAt, type SettingPath } from './setting-path';
import type { SettingsForm } from './use-settings-form';

interface Option<Value extends string> {
  value: Value;
  label: string;
  effect: string;
}

interface OptionListProps<Value extends string> {
  form: SettingsForm;
  path: SettingPath;
  legend: string;
  options: Option<Value>[];
}

/** A few options of which each needs its own sentence: all are read before one is chosen. */
export const OptionList = <Value extends string>({ form, path, legend, options }: OptionListProps<Value>) => {
  const name = useId();
  const chosen = settingAt(form.value, path);
  const trouble = form.troubleAt(path);
  return (
    <FieldGroup legend={legend}>
      {options.map(({ value, label, effect }) => (
        <Radio key={value} name={name} value={value} label={label} description={effect} checked={chosen === value} onChange={() => form.change([path, value])} />
      ))}
      {trouble !== undefined && <FieldNote id={`${name}-note`} kind="error" text={trouble} />}
      {trouble === undefined && chosen === null && <FieldNote id={`${name}-note`} kind="missing" text="Not set yet. Nothing syncs until it is." />}
    </FieldGroup>
  );
};
