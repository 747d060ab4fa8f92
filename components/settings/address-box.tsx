'use client';

import { Textarea } from '@bigcommerce/big-design';
import { useId, useState } from 'react';
import { FieldNote } from './field-note';
import { isSameSetting } from './setting-path';
import { typedAddresses } from './typed-addresses';
import type { SettingsForm } from './use-settings-form';

/** Alert addresses, one a line. What is none stays on the page with a sentence, and is not part of the setting. */
export const AddressBox = ({ form }: { form: SettingsForm }) => {
  const { addresses } = form.value.alerts;
  const [typed, setTyped] = useState('');
  /** Found when the field was left: nobody wants to be corrected in the middle of a word. */
  const [found, setFound] = useState<readonly string[]>([]);
  const noteId = useId();
  const read = typedAddresses(typed);
  // Discarded, or saved by somebody else: the setting is no longer what was typed.
  const isTyped = isSameSetting(read.addresses, addresses);
  const mistakes = isTyped ? found.filter((mistake) => read.mistakes.includes(mistake)) : [];
  return (
    <div>
      <Textarea
        label="Addresses to tell"
        description="One a line, up to 10. Each gets a mail when access to Hike or BigCommerce is lost, or one of them has not answered for half an hour, and another when that is over. Without an address nobody is told."
        rows={4}
        autoComplete="off"
        spellCheck={false}
        {...(mistakes.length > 0 ? { 'aria-invalid': true, 'aria-describedby': noteId } : {})}
        value={isTyped ? typed : addresses.join('\n')}
        onChange={(event) => {
          setTyped(event.target.value);
          form.change(['alerts.addresses', typedAddresses(event.target.value).addresses]);
        }}
        onBlur={() => setFound(read.mistakes)}
      />
      {mistakes.length > 0 && (
        <div id={noteId}>
          {mistakes.map((mistake, at) => (
            <FieldNote key={mistake} id={`${noteId}-${at}`} kind="error" text={mistake} />
          ))}
        </div>
      )}
    </div>
  );
};
