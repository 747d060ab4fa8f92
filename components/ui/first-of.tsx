'use client';

/** Enough to recognise what was ticked; the rest is counted. */
const SHOWN = 5;

export const FirstOf = ({ items }: { items: readonly { key: string; text: string }[] }) => (
  <ul>
    {items.slice(0, SHOWN).map(({ key, text }) => (
      <li key={key}>{text}</li>
    ))}
    {items.length > SHOWN && <li>and {items.length - SHOWN} more</li>}
  </ul>
);
