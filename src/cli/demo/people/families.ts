import type { Community } from '../names/communities.ts';
import type { Chance } from '../random.ts';
import type { SchoolFrame } from '../school-frame.ts';
import { addPerson, grownUp, pickCommunity, pickSurname, type Person } from './person.ts';

export type Kinship = 'mother' | 'father' | 'grandmother' | 'guardian';

export type Family = {
  readonly community: Community;
  /** The children's surname in the men's form. */
  readonly surname: string;
  /** The father's first name, from which patronymics are made; he need not live with them. */
  readonly father: string | null;
  readonly guardians: readonly {
    readonly person: Person;
    readonly kinship: Kinship;
    /** The last day of a guardianship that has ended. */
    readonly until: string | null;
  }[];
  readonly childName: string | null;
};

/**
 * A family with one or two guardians: mostly both parents, one in five the mother alone, now and then the
 * father, a grandmother or an appointed guardian. One mother in eight kept her own surname. `teachers`:
 * colleagues whose children go to the school; each becomes a parent once.
 */
export function makeFamily(
  school: SchoolFrame,
  luck: Chance,
  given: { grade: number; teachers: Person[] },
): Family {
  const community = pickCommunity(luck);
  const surname = pickSurname(luck, community);
  const birthYear = school.startYear - given.grade - 7;
  const born = [birthYear - 38, birthYear - 21] as const;
  const father = grownUp(luck, community, { gender: 'male', surname, born });
  const mothersSurname = luck.happens(0.13) ? pickSurname(luck, community) : surname;
  const mother = grownUp(luck, community, { gender: 'female', surname: mothersSurname, born });
  const known = { community, surname, father: father.firstName, childName: null };
  const kind = luck.next();
  const add = (person: typeof father, kinship: Kinship, until: string | null = null) => ({
    person: addPerson(school, person),
    kinship,
    until,
  });

  const colleague = luck.happens(0.03) ? takeMother(given.teachers, birthYear) : null;
  if (colleague) {
    const own = { ...known, surname: mensForm(colleague.lastName) ?? surname };
    return { ...own, guardians: [{ person: colleague, kinship: 'mother', until: null }] };
  }
  if (kind < 0.74) {
    // A father whose rights ended after a divorce stays on the list with his dates.
    const ended = luck.happens(0.012) ? `${school.startYear}-09-18` : null;
    return { ...known, guardians: [add(mother, 'mother'), add(father, 'father', ended)] };
  }
  if (kind < 0.95) return { ...known, guardians: [add(mother, 'mother')] };
  if (kind < 0.975) return { ...known, guardians: [add(father, 'father')] };
  const older = grownUp(luck, community, {
    gender: 'female',
    surname: mothersSurname,
    born: [birthYear - 62, birthYear - 48],
  });
  return { ...known, guardians: [add(older, kind < 0.985 ? 'grandmother' : 'guardian')] };
}

/** A teacher of an age to be this child's mother leaves the list of those still to become a parent. */
function takeMother(teachers: Person[], birthYear: number): Person | null {
  const index = teachers.findIndex(({ gender, birthDate }) => {
    const age = birthYear - Number(birthDate.slice(0, 4));
    return gender === 'female' && age >= 20 && age <= 42;
  });
  return index === -1 ? null : (teachers.splice(index, 1)[0] ?? null);
}

/** The men's form of a surname in -ова, -ева, -ина; null when it cannot be told. */
function mensForm(surname: string): string | null {
  return /(?:ов|ев|ёв|ин|ын)а$/u.test(surname) ? surname.slice(0, -1) : null;
}
