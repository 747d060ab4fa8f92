'use client';

import { useId } from 'react';
import { Choice, type ChoiceOption } from '../ui/choice';
import { FieldNote } from './field-note';
import { settingAt, type SettingPath, type SettingValue } from './setting-path';
import type { SettingsForm } from './use-settings-form';

interface SettingChoiceProps<Value extends SettingValue> {
  form: SettingsForm;
  path: SettingPath;
  label: string;
  isLabelHidden?: boolean;
  /** What the choice does, in a sentence. */
  effect?: string;
  options: ChoiceOption<Value>[];
  placeholder?: string;
  /** Nothing syncs without it. */
  required?: boolean;
  onChoose?: (value: Value) => void;
}

/** A setting that is one of a list from Hike, with what is wrong or missing below it. */
export const SettingChoice = <Value extends string | number | null>(props: SettingChoiceProps<Value>) => {
  const { form, path, label, isLabelHidden, effect, options, placeholder = 'Choose', required = false, onChoose } = props;
  const noteId = useId();
  const value = settingAt(form.value, path) as Value;
  const trouble = form.troubleAt(path);
  const isMissing = required && value === null;
  return (
    <div>
      <Choice
        label={label}
        {...(isLabelHidden === undefined ? {} : { isLabelHidden })}
        {...(effect === undefined ? {} : { description: effect })}
        options={options}
        value={value}
        placeholder={placeholder}
        error={trouble}
        describedBy={trouble !== undefined || isMissing ? noteId : undefined}
        onChange={(chosen) => (onChoose ? onChoose(chosen) : form.change([path, chosen]))}
      />
      {trouble !== undefined && <FieldNote id={noteId} kind="error" text={trouble} />}
      {trouble === undefined && isMissing && <FieldNote id={noteId} kind="missing" text="Not set yet. Nothing syncs until it is." />}
    </div>
  );
};
