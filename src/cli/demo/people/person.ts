import { addDays } from '#modules/organisation/index.ts';
import { sortKey, type PersonNames } from '#modules/roster/index.ts';
import { communities, type Community, type Gender } from '../names/communities.ts';
import { patronymic } from '../names/patronymics.ts';
import { doubleSurnames, womansSurname } from '../names/surnames.ts';
import type { Chance } from '../random.ts';
import type { SchoolFrame } from '../school-frame.ts';

export type Person = PersonNames & {
  readonly id: string;
  readonly gender: Gender;
  readonly birthDate: string;
};

export type NewPerson = Omit<Person, 'id'> & { readonly phone?: string };

/** Gives a person an id and writes the row. */
export function addPerson(school: SchoolFrame, person: NewPerson): Person {
  const id = school.id('person');
  school.rows.add('roster.person', {
    school_id: school.plan.schoolId,
    id,
    last_name: person.lastName,
    first_name: person.firstName,
    middle_name: person.middleName,
    sort_key: sortKey(person),
    birth_date: person.birthDate,
    gender: person.gender,
    snils_enc: null,
    snils_index: null,
    phone: person.phone ?? null,
    email: null,
    version: 1,
  });
  const { lastName, firstName, middleName, gender, birthDate } = person;
  return { id, lastName, firstName, middleName, gender, birthDate };
}

export function pickCommunity(chance: Chance): Community {
  let place = chance.between(0, communities.reduce((sum, { share }) => sum + share, 0) - 1);
  const found = communities.find(({ share }) => (place -= share) < 0);
  return found ?? (communities[0] as Community);
}

/** The family's surname in the men's form; one family in a hundred bears a double one. */
export function pickSurname(chance: Chance, community: Community): string {
  if (community === communities[0] && chance.happens(0.012)) return chance.pick(doubleSurnames);
  return chance.pickFrequent(community.surnames);
}

export function surnameFor(surname: string, gender: Gender): string {
  return gender === 'male' ? surname : womansSurname(surname);
}

/** The patronymic by the father's name in the way of the community, or null where papers have none. */
export function patronymicIn(community: Community, father: string | null, gender: Gender): string | null {
  if (father === null || community.patronymic === 'none') return null;
  if (community.patronymic === 'oglu') return `${father} ${gender === 'male' ? 'оглы' : 'кызы'}`;
  return patronymic(father, gender);
}

/** A grown-up of the community, born between two years. */
export function grownUp(
  chance: Chance,
  community: Community,
  given: { gender: Gender; surname: string; born: readonly [from: number, to: number] },
): NewPerson {
  const [from, to] = given.born;
  return {
    lastName: surnameFor(given.surname, given.gender),
    firstName: chance.pickFrequent(given.gender === 'male' ? community.men : community.women),
    middleName: patronymicIn(community, chance.pickFrequent(community.men), given.gender),
    gender: given.gender,
    birthDate: dayIn(chance, `${from}-01-01`, (to - from + 1) * 365),
    phone: mobile(chance),
  };
}

export function dayIn(chance: Chance, from: string, days: number): string {
  return addDays(from, chance.between(0, days - 1));
}

/** Numbers of the range 000, which no operator has. */
export function mobile(chance: Chance): string {
  const digits = String(chance.between(0, 9_999_999)).padStart(7, '0');
  return `+7 000 ${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}`;
}
