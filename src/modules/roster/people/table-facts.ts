import type { Table, TableValue } from '#platform/spreadsheet/index.ts';
import { listName } from '../person/rules.ts';
import { className } from '../school-class/rules.ts';
import { tableWords } from '../table-words.ts';
import type { ListedPerson } from './contract.ts';

export const dateValue = (date: string | null): TableValue => (date === null ? null : { date });

/** The people's list as a file. */
export function peopleTable(people: readonly ListedPerson[], language: 'ru' | 'en'): Table {
  const { people: name, heads, kinds } = tableWords[language];
  return {
    name,
    columns: [
      { head: heads.lastName, width: 20 },
      { head: heads.firstName, width: 16 },
      { head: heads.middleName, width: 18 },
      { head: heads.birthDate },
      { head: heads.kinds },
      { head: heads.class, width: 8 },
      { head: heads.children, width: 32 },
      { head: heads.position, width: 24 },
      { head: heads.phone, width: 18 },
      { head: heads.since },
      { head: heads.until },
    ],
    rows: people.map((person) => [
      person.lastName,
      person.firstName,
      person.middleName,
      dateValue(person.birthDate),
      person.kinds.map((kind) => kinds[kind]).join(', '),
      person.schoolClass === null ? null : className(person.schoolClass),
      person.wards
        .map((ward) =>
          [
            listName({ ...ward, middleName: null }),
            ward.schoolClass === null ? '' : className(ward.schoolClass),
          ]
            .join(' ')
            .trim(),
        )
        .join(', '),
      person.position,
      person.phone,
      dateValue(person.since),
      dateValue(person.until),
    ]),
  };
}
