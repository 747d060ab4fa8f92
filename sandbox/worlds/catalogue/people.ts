import { Chance } from './chance.ts';

export interface Person {
  firstName: string;
  lastName: string | null;
  email: string | null;
  phone: string;
  company: string;
  /** As people typed it in Hike: states abbreviated, written out, or missing. */
  address: { street: string; city: string; state: string | null; postcode: string; country: 'AU' | 'NZ' | 'US' } | null;
}

const FIRST = ['Ada', 'Bo', 'Cara', 'Dev', 'Elin', 'Fay', 'Gus', 'Hana', 'Ivo', 'June', 'Kofi', 'Lena', 'Milo', 'Nora', 'Otto', 'Pia', 'Quinn', 'Rosa', 'Sam', 'Tess'] as const;
const LAST = ['Abbott', 'Banerjee', 'Costa', 'Dunne', 'Evans', 'Fischer', "O'Neill", 'Haddad', 'Ito', 'Jansen', 'Kaur', 'van der Berg', 'Moreau', 'Novak', 'Park'] as const;
const PLACES = [
  { city: 'Sydney', state: 'NSW', postcode: '2000', country: 'AU' },
  { city: 'Newcastle', state: 'New South Wales', postcode: '2300', country: 'AU' },
  { city: 'Melbourne', state: 'vic', postcode: '3000', country: 'AU' },
  { city: 'Brisbane', state: 'Qld', postcode: '4000', country: 'AU' },
  { city: 'Hobart', state: 'TAS', postcode: '7000', country: 'AU' },
  { city: 'Perth', state: 'W.A.', postcode: '6000', country: 'AU' },
  { city: 'Auckland', state: null, postcode: '1010', country: 'NZ' },
  { city: 'Austin', state: 'TX', postcode: '78701', country: 'US' },
] as const;

const SEED = 5_150;
export const STATE_NAMES: Record<string, string> = { NSW: 'New South Wales', vic: 'Victoria', Qld: 'Queensland', TAS: 'Tasmania', 'W.A.': 'Western Australia', TX: 'Texas' };

function person(chance: Chance, number: number): Person {
  const firstName = chance.pick(FIRST);
  const lastName = chance.pick(LAST);
  const address = { street: `${chance.whole(1, 220)} Quay Road`, ...chance.pick(PLACES) };
  return {
    firstName,
    lastName,
    email: `${firstName}.${number}@example.com`.toLowerCase(),
    phone: chance.happens(0.5) ? `0400 ${String(number).padStart(6, '0')}` : '',
    company: chance.happens(0.1) ? `${lastName} Pty Ltd` : '',
    address: chance.happens(0.7) ? address : null,
  };
}

/** Every tenth lacks an e-mail, every twentieth a last name, some share an e-mail, and some shout theirs. */
function withFlaws(people: Person[]): Person[] {
  return people.map((one, index) => {
    if (index % 10 === 9) return { ...one, email: null };
    if (index % 20 === 4) return { ...one, lastName: null };
    if (index % 30 === 12) return { ...one, email: people[index - 1]?.email ?? null };
    if (index % 25 === 7) return { ...one, email: one.email?.toUpperCase() ?? null };
    return one;
  });
}

/** 300 customers of the shop, and 150 of the store, of whom the first 100 are the shop's too. */
export function cataloguePeople(): { shop: Person[]; store: Person[] } {
  const chance = new Chance(SEED);
  const people = Array.from({ length: 350 }, (_, index) => person(chance, index + 1));
  return { shop: withFlaws(people.slice(0, 300)), store: [...people.slice(0, 100), ...people.slice(300)] };
}
