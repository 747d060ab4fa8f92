const MOST = 10;
const LONGEST = 254;
/** Of a mistake, as much as tells which line is meant. */
const QUOTED = 60;

/** No address passes here that a save would refuse. */
const ADDRESS = /^[\w+'-]+(\.[\w+'-]+)*(?<!')@([a-z\d][a-z\d-]*\.)+[a-z]{2,}$/i;

interface TypedAddresses {
  addresses: string[];
  /** A sentence for each part of the text that is left out. */
  mistakes: string[];
}

const quoted = (part: string): string => `“${part.length > QUOTED ? `${part.slice(0, QUOTED)}…` : part}”`;

const mistakeIn = (part: string, before: readonly string[]): string | null => {
  if (part.length > LONGEST || !ADDRESS.test(part)) return `${quoted(part)} is not an e-mail address and is left out.`;
  if (before.some((address) => address.toLowerCase() === part.toLowerCase())) return `${quoted(part)} is here twice; it gets one mail.`;
  return before.length < MOST ? null : `${quoted(part)} is left out: up to ${MOST} addresses are told.`;
};

/** What was typed or pasted, one address a line; commas, semicolons and spaces part addresses too. */
export const typedAddresses = (text: string): TypedAddresses => {
  const addresses: string[] = [];
  const mistakes: string[] = [];
  for (const part of text.split(/[\s,;]+/).filter((one) => one !== '')) {
    const mistake = mistakeIn(part, addresses);
    if (mistake === null) addresses.push(part);
    else if (!mistakes.includes(mistake)) mistakes.push(mistake);
  }
  return { addresses, mistakes };
};
