import { rosterFaults } from './roster-faults-en.ts';
import type { Facts, ImportWords } from './ru.ts';
import { timetable } from './timetable-en.ts';
import { undo } from './undo-en.ts';

const megabytes = (facts: Facts) => String(Math.floor(Number(facts['limit']) / 1024 / 1024));

export const words: ImportWords = {
  place: (at, sentence) => `${at}: ${sentence}`,
  fields: {
    lastName: 'last name',
    firstName: 'first name',
    middleName: 'middle name',
    fullName: 'full name',
    birthDate: 'date of birth',
    gender: 'gender',
    snils: 'SNILS',
    phone: 'phone',
    email: 'e-mail',
    class: 'class',
    grade: 'grade',
    letter: 'class letter',
    fileNumber: 'student file number',
    admissionDate: 'date of admission',
    orderNumber: 'order number',
    subgroup: 'subgroup',
    groups: 'groups',
    position: 'position',
    staffNumber: 'staff number',
    endDate: 'last day',
    homeroom: 'homeroom class',
    subject: 'subject',
    teacher: 'teacher',
    hours: 'hours a week',
    journalKind: 'journal kind',
    kinship: 'kinship',
    children: 'children',
  },
  guardianField: (slot, field) => `guardian ${slot}, ${field}`,
  values: {
    mother: 'mother',
    father: 'father',
    grandmother: 'grandmother',
    grandfather: 'grandfather',
    guardian: 'guardian',
    other: 'other',
    male: 'male',
    female: 'female',
  },

  unreadable: {
    'file.empty': () => 'the file is empty',
    'file.tooLarge': (facts) => `the file is too large: no school needs more than ${megabytes(facts)} MB`,
    'file.tooManyRows': (facts) => `the file has more than ${String(facts['limit'])} rows`,
    'file.tooManyColumns': (facts) => `the file has more than ${String(facts['limit'])} columns`,
    'file.expandsTooMuch': (facts) =>
      `the workbook unpacks to more than ${megabytes(facts)} MB and was not opened`,
    'file.notAWorkbook': () => 'this is no XLSX workbook, or it is damaged',
    'file.oldExcel': () => 'the old format .xls: save the workbook as .xlsx or CSV',
    'file.encrypted': () => 'the workbook has a password: remove it and save anew',
    'file.brokenXml': (facts) =>
      `broken XML in line ${String(facts['line'])}, column ${String(facts['column'])}`,
    'file.unknownEncoding': (facts) => `unknown encoding "${String(facts['encoding'])}"`,
    'file.brokenQuotes': (facts) =>
      `the quotation mark opened in row ${String(facts['row'])} is never closed`,
    'asc.notATimetable': () => 'this is no export of aSc Timetables (no <timetable>)',
    'asc.oldFormat': () => 'an aSc export of 2008: export the timetable as "aSc Timetables 2012 XML"',
  },
  notReady: {
    'school.absent': 'There is no school of this number: "parta school create" makes one.',
    'school.noYear': 'The school has no academic year.',
    'school.noClasses': 'The school has no classes: import its lists first ("parta import roster").',
    'file.noTables':
      'The file holds neither students nor staff nor load: a header row is needed (Фамилия, Имя, Дата рождения, Класс…).',
  },

  notReadyOnPage: {
    'school.absent': 'There is no such school.',
    'school.noYear': 'The school has no school year on that day.',
    'school.noClasses': 'The school has no classes: load the lists of students first.',
    'file.noTables':
      'No table of students, staff or load was found: a header row is needed (Фамилия, Имя, Дата рождения, Класс…).',
  },

  rosterFaults,
  differenceKinds: { new: 'new', changed: 'changes', retired: 'leaves' },
  differences: {
    student: 'student',
    guardian: 'guardian',
    staff: 'staff',
    class: 'class',
    group: 'group',
    subject: 'subject',
    assignment: 'journal page',
    teacher: 'teacher of the page',
    homeroom: 'homeroom',
  },
  changed: (field, old, now) => `${field} ${old} → ${now}`,
  added: (field, now) => `${field}: ${now}`,
  nothing: '—',
  sealedChange: (field) => `${field} recorded`,

  counts: (of) =>
    `Differences: ${String(of.differences)}, unchanged: ${String(of.unchanged)}, errors: ${String(of.errors)}.`,
  dryRun: 'This was a trial, nothing was written. To write it: the same command with --commit.',
  committed: 'Written.',
  nothingToWrite: 'Nothing to write: everything is so already.',
  refused: 'Nothing was written: mend the errors or add --skip-bad-rows to leave rows with errors out.',
  badRows: 'Rows with errors',
  whatToMend: 'What to mend (this column is not loaded)',
  errorsTitle: 'Errors',
  remarksTitle: 'Remarks',
  differencesTitle: 'Differences',
  more: (count) => `…and ${String(count)} more (all with --json)`,
  accountsMade: (count, file) =>
    `Accounts made: ${String(count)}; logins and one-time passwords are in ${file} and nowhere else.`,
  accountsHeader: ['Class', 'Name', 'Who', 'Login', 'One-time password'],
  accountKinds: { student: 'student', guardian: 'guardian', staff: 'staff' },
  timetable,
  undo,
};
