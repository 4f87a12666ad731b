import { fullName, matchingName, type KnownPerson, type PersonNames } from '#modules/roster/index.ts';
import { uuidv7 } from '#platform/ids.ts';
import type { Report } from '../roster-file/fault.ts';
import type { FilePerson } from '../roster-file/read-person.ts';

type Values = Omit<KnownPerson, 'id' | 'snilsIndex'>;

/** A person as it is and as it shall be. */
export type Draft = {
  readonly id: string;
  /** Null = new. */
  readonly known: KnownPerson | null;
  values: Values;
  snilsIndex: string | null;
  /** 11 digits to be sealed; null = as it was. */
  newSnils: string | null;
};

export type Change = { readonly field: string; readonly old: string | null; readonly new: string | null };

export type People = ReturnType<typeof peopleOf>;

/** How a row's person is looked for, from the surest sign to the weakest. */
export type Search = {
  /** Who else it may be when no SNILS decides. */
  readonly otherwise: (person: FilePerson) => Draft | undefined;
};

/** The people of the school with those the files add. `indexOf` gives the blind index of a SNILS. */
export function peopleOf(known: readonly KnownPerson[], indexOf: (snils: string) => string) {
  const all: Draft[] = [];
  const byId = new Map<string, Draft>();
  const bySnils = new Map<string, Draft>();
  const byBirth = new Map<string, Draft>();
  const byPhone = new Map<string, Draft>();

  const enter = (draft: Draft) => {
    const { values } = draft;
    if (draft.snilsIndex !== null) bySnils.set(draft.snilsIndex, draft);
    if (values.birthDate !== null) setOnce(byBirth, `${nameKey(values)}|${values.birthDate}`, draft);
    if (values.phone !== null) setOnce(byPhone, `${nameKey(values)}|${values.phone}`, draft);
  };
  const add = (draft: Draft) => {
    all.push(draft);
    byId.set(draft.id, draft);
    enter(draft);
    return draft;
  };
  for (const person of known) {
    const { id, snilsIndex, ...values } = person;
    add({ id, known: person, values, snilsIndex, newSnils: null });
  }

  return {
    all,
    get: (id: string) => byId.get(id),
    byBirth: (person: FilePerson) =>
      person.birthDate === null ? undefined : byBirth.get(`${nameKey(person)}|${person.birthDate}`),
    byPhone: (person: FilePerson) =>
      person.phone === null ? undefined : byPhone.get(`${nameKey(person)}|${person.phone}`),

    /** The draft of a row's person with the row's values in it; null when the row contradicts somebody (reported). */
    take(person: FilePerson, search: Search, report: Report): Draft | null {
      const snilsIndex = person.snils === null ? null : indexOf(person.snils);
      const bySign = snilsIndex === null ? undefined : bySnils.get(snilsIndex);
      const found = bySign ?? search.otherwise(person);
      if (bySign && isSomebodyElse(bySign.values, person)) {
        report('snils.taken', person.at, { name: fullName(bySign.values) });
        return null;
      }
      if (!bySign && found && snilsIndex !== null && found.snilsIndex !== null) {
        report('snils.differs', person.at, { name: fullName(found.values) });
        return null;
      }
      const draft =
        found ??
        add({ id: uuidv7(), known: null, values: valuesOf(person), snilsIndex: null, newSnils: null });
      merge(draft, person);
      if (snilsIndex !== null && draft.snilsIndex !== snilsIndex) {
        draft.snilsIndex = snilsIndex;
        draft.newSnils = person.snils;
      }
      enter(draft);
      return draft;
    },
  };
}

/** What differs from what is stored; of a SNILS only that it was added. */
export function changesOf({ known, values, newSnils }: Draft): readonly Change[] {
  if (known === null) return [];
  const changes = fields.flatMap((field): Change[] =>
    known[field] === values[field] ? [] : [{ field, old: known[field], new: values[field] }],
  );
  return newSnils === null ? changes : [...changes, { field: 'snils', old: null, new: null }];
}

export const nameKey = (names: PersonNames) => matchingName(fullName(names));

const fields = ['lastName', 'firstName', 'middleName', 'birthDate', 'gender', 'phone', 'email'] as const;

const valuesOf = (person: FilePerson): Values => ({
  lastName: person.lastName,
  firstName: person.firstName,
  middleName: person.middleName,
  birthDate: person.birthDate,
  gender: person.gender,
  phone: person.phone,
  email: person.email,
});

/** What a row does not say stays. */
function merge(draft: Draft, person: FilePerson): void {
  const given = Object.entries(valuesOf(person)).filter(([, value]) => value !== null);
  draft.values = { ...draft.values, ...(Object.fromEntries(given) as Partial<Values>) };
}

/** Another name and another date of birth under one SNILS: not a marriage, but a slip. */
function isSomebodyElse(values: Values, person: FilePerson): boolean {
  const isNamedSo = nameKey(values) === nameKey(person);
  if (values.birthDate === null || person.birthDate === null)
    return !isNamedSo && matchingName(values.firstName) !== matchingName(person.firstName);
  return !isNamedSo && values.birthDate !== person.birthDate;
}

function setOnce<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
  if (!map.has(key)) map.set(key, value);
}
