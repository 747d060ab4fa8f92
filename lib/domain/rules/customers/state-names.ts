/** As BigCommerce spells them: it refuses an address whose state it does not know (reference: bigcommerce 8). Codes as on envelopes. */
const TABLES = {
  AU: 'ACT Australian Capital Territory|NSW New South Wales|NT Northern Territory|QLD Queensland|SA South Australia|TAS Tasmania|VIC Victoria|WA Western Australia',
  CA: 'AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|NT Northwest Territories|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon',
  NZ: 'AUK Auckland|BOP Bay of Plenty|CAN Canterbury|GIS Gisborne|HKB Hawke’s Bay|MBH Marlborough|MWT Manawatu-Wanganui|NSN Nelson|NTL Northland|OTA Otago|STL Southland|TAS Tasman|TKI Taranaki|WGN Wellington|WKO Waikato|WTC West Coast',
  US:
    'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|' +
    'LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|' +
    'ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|PR Puerto Rico|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming',
} as const;

type KnownCountry = keyof typeof TABLES;

/** Letters alone, in lower case: "N.S.W." is NSW, and an apostrophe has several spellings. */
const lettersOf = (text: string): string => text.normalize('NFD').replace(/[^a-z]/gi, '').toLowerCase();

const namesOf = (table: string): Map<string, string> =>
  new Map(
    table.split('|').flatMap((line) => {
      const [code = '', ...words] = line.split(' ');
      const name = words.join(' ').replace('’', "'");
      return [[lettersOf(code), name] as const, [lettersOf(name), name] as const];
    }),
  );

const NAMES: Record<KnownCountry, Map<string, string>> = { AU: namesOf(TABLES.AU), CA: namesOf(TABLES.CA), NZ: namesOf(TABLES.NZ), US: namesOf(TABLES.US) };

const isKnown = (countryCode: string): countryCode is KnownCountry => Object.hasOwn(NAMES, countryCode);

/** No address there is complete without one; elsewhere people write none (reference: openapi customers, `state_or_province`). */
const NEEDING_A_STATE: ReadonlySet<string> = new Set<KnownCountry>(['AU', 'CA', 'US']);

/**
 * The state's full name from its name or abbreviation; of other countries the text as it stands, and none where there is
 * none. `null` when one is needed and missing, or none that is known.
 */
export const stateName = (countryCode: string, state: string): string | null => {
  const told = state.trim();
  if (told === '') return NEEDING_A_STATE.has(countryCode) ? null : '';
  return isKnown(countryCode) ? (NAMES[countryCode].get(lettersOf(told)) ?? null) : told;
};
