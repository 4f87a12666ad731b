import type { undo as ru } from './undo-ru.ts';
import type { Facts } from './ru.ts';

const fields: Readonly<Record<string, string>> = {
  lastName: 'last name',
  firstName: 'first name',
  middleName: 'patronymic',
  birthDate: 'date of birth',
  gender: 'gender',
  snils: 'SNILS',
  phone: 'telephone',
  email: 'e-mail',
};
const counted = (facts: Facts, one: string, many: string) => {
  const count = Number(facts['count']);
  return `${String(count)} ${count === 1 ? one : many}`;
};
const lessons = (facts: Facts) => counted(facts, 'lesson', 'lessons');

export const undo: typeof ru = {
  of: {
    role: 'role',
    room: 'room',
    bells: 'bells',
    template: 'timetable',
    lessons: 'lessons',
  },
  kinds: { removed: 'goes', restored: 'as before' },
  lessons: {
    removed: (count) => `taken out: ${lessons({ count })}`,
    restored: (count) => `back in place: ${lessons({ count })}`,
  },
  snils: 'the SNILS will be taken away',
  kept: {
    changed: (facts) =>
      facts['field'] === undefined
        ? 'changed since it was loaded'
        : `${fields[String(facts['field'])] ?? String(facts['field'])} changed since it was loaded`,
    moved: () => 'the student was moved or left since',
    entries: (facts) => `the journal has ${counted(facts, 'entry', 'entries')}`,
    account: () => 'access was given: an account or a slip',
    guardian: () => 'a guardian was added since',
    works: () => 'substitutes, or is recorded away',
    roles: () => 'a role was given since',
    teaches: () => 'journal pages were given since',
    leads: () => 'a homeroom was given since',
    members: () => 'students were added since',
    pages: () => 'journal pages were opened since',
    lessons: (facts) => `${lessons(facts)} in the timetable`,
    specialDays: () => 'the class has special days of its own',
    together: (facts) => `needed by what stays: ${String(facts['with'])}`,
    byHand: (facts) => `${lessons(facts)} changed for a day since`,
    outside: (facts) => `${lessons(facts)} with entries: shown outside the timetable`,
    useful: () => 'stays in the list of the school',
  },
  keptTitle: 'Stays',
  removedTitle: 'Goes',
  restoredTitle: 'As before',
  head: (files) => `Taking back: ${files}`,
  counts: (of) =>
    `Goes: ${String(of.removed)}, as before: ${String(of.restored)}, stays: ${String(of.kept)}.`,
  committed: 'The import is taken back.',
  nothingLoaded: 'Nothing has been loaded into this school.',
  refusals: {
    'imports.alreadyUndone': 'The last import is taken back already.',
    'imports.notLast': 'Another file was loaded after this one: only the last can be taken back.',
    'imports.noJournal':
      'This was loaded before Parta wrote imports down row by row: it cannot be taken back.',
  },
};
