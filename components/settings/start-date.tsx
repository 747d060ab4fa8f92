'use client';

import { FormGroup, Input } from '@bigcommerce/big-design';
import { useState } from 'react';
import { inputFromInstant, instantFromInput } from './zoned-input';
import type { SettingsForm } from './use-settings-form';

export const StartDate = ({ form }: { form: SettingsForm }) => {
  const { timeZone } = form.view.store;
  const { startDate } = form.value;
  /** What is being typed: while it is no date yet the setting stays as it was. */
  const [typed, setTyped] = useState<string | null>(null);
  const trouble = form.troubleAt('startDate');
  return (
    <FormGroup>
      <Input
        type="datetime-local"
        label={`Hike sales count from (${timeZone})`}
        description={
          startDate === null
            ? 'Set by itself to the moment at which the set-up is complete, so that old sales stay where they are.'
            : 'Hike sales from before this moment are left out. Orders are not: you import them by hand, whatever their date.'
        }
        value={typed ?? (startDate === null ? '' : inputFromInstant(startDate, timeZone))}
        {...(trouble === undefined ? {} : { error: trouble })}
        onChange={(event) => {
          setTyped(event.target.value);
          const chosen = instantFromInput(event.target.value, timeZone);
          if (chosen !== null) form.change(['startDate', chosen]);
        }}
        onBlur={() => setTyped(null)}
      />
    </FormGroup>
  );
};
