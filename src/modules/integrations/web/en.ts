import { nbsp, pluralEnglish as plural } from '#web/words.ts';
import type { UploadWords } from './ru.ts';

const rows = { one: 'row', other: 'rows' };

/** Words of the pages that load files. */
export const en: UploadWords = {
  title: 'Files',
  noSchool: 'Files are loaded by the school office',
  noSchoolText: 'The page is open to the secretary, the deputy head and the administrator.',
  chooseSchool: 'School',
  lists: {
    title: 'Lists',
    about:
      'Students with guardians, staff, teaching load: XLSX or CSV tables. Parta knows a table by its header.',
    open: 'Load lists',
  },
  timetable: {
    title: 'Timetable',
    about: 'An export of aSc Timetables as XML. Lessons that have entries are kept.',
    open: 'Load a timetable',
  },
  history: {
    title: 'What was loaded',
    empty: 'No files yet',
    emptyText: 'Date, author and outcome of each file will stay here.',
    columns: { at: 'When', author: 'Who', files: 'File', result: 'Outcome' },
    lists: (of) => `new ${of['new'] ?? 0}, changed ${of['changed'] ?? 0}, left ${of['retired'] ?? 0}`,
    timetable: (of) =>
      `lessons: new ${of['added'] ?? 0}, changed ${of['changed'] ?? 0}, taken out ${of['retired'] ?? 0}`,
    server: 'on the server, by command',
    undone: (day, author) =>
      author === null ? `Taken back ${day} on the server` : `Taken back ${day}, ${author}`,
    undo: 'Take back',
    undoOf: (files) => `Take back: ${files}`,
  },
  undo: {
    title: 'Taking a file back',
    about:
      'The school becomes what it was before the file. What people have touched since stays and is named.',
    reading: 'Looking at what goes back…',
    writing: 'Taking it back…',
    since: (day) => `true from ${day}`,
    summary: (of) => `Goes ${of.removed}, as before ${of.restored}, stays ${of.kept}`,
    summaryDone: (of) => `Gone ${of.removed}, as before ${of.restored}, stayed ${of.kept}`,
    nothing: 'There is nothing to take back: all the file brought has been changed or is in use.',
    confirm: 'Take the file back',
    back: 'Leave it as it is',
    outdated:
      'The school has changed while you were looking. Below is the new list: look at it and confirm again.',
    stayed: 'Stayed',
    done: 'The file is taken back',
    doneText: 'The mended file can be loaded again: the people stay the same.',
    toImports: 'To the files',
  },

  choose: 'Choose a file',
  chooseMany: 'Choose files',
  orDrop: 'or drop it here',
  largest: `Up to 8${nbsp}MB`,
  tooLarge: (name) =>
    `“${name}” is larger than 8${nbsp}MB. Load such a file with parta import on the server.`,
  anotherFile: 'Another file',
  date: 'The day from which the lists are true',
  reading: 'Reading the file…',
  writing: 'Writing…',
  check: 'Check again',
  write: 'Load',
  writeWithout: (count) => `Load without ${plural(count, rows)} that have errors`,
  badRows: 'Download rows with errors',
  outdated: 'The school’s data changed while you were looking. Below is a new check: read it and load again.',
  written: 'Loaded',
  writtenNext: 'New people need access slips.',
  toAccess: 'Give slips',
  toPeople: 'Open the list of people',
  toTimetable: 'Open the timetable',
  nothing: 'No differences: the school is like this already.',
  kinds: { students: 'Students', staff: 'Staff', load: 'Teaching load' },
  tableOf: (sheet, count) => `sheet “${sheet}”, ${plural(count, rows)}`,
  summary: (of) =>
    `New ${of.new}, to change ${of.changed}, to leave ${of.retired}, unchanged ${of.unchanged}`,
  errors: (count) => plural(count, { one: 'error', other: 'errors' }),
  errorsTitle: 'Mend in the file',
  remarksFile: 'Remarks on the timetable',
  remarksTitle: 'Mind',
  differencesTitle: 'What will change',
  differenceKinds: { new: 'New', changed: 'To change', retired: 'To leave' },
  more: (count) => `And ${count} more`,
  columnsTitle: 'Columns',
  columnsAbout: 'Where a column is taken for the wrong thing, choose what it holds.',
  column: (letter, title) => (title === '' ? `Column ${letter}` : title),
  notLoaded: 'do not load',
  noFiles: 'No file yet',

  from: 'First day of the timetable',
  to: 'Last day',
  toYearEnd: 'Empty = to the end of the school year',
  anchor: 'Week on that day',
  anchorNone: 'odd study weeks = A',
  span: (from, to) => `In force from ${from} to ${to}`,
  lessonSummary: (of) =>
    `${plural(of.cards, { one: 'lesson', other: 'lessons' })} a week. By date: new ${of.added}, to change ${of.changed}, to take out ${of.retired}, unchanged ${of.unchanged}`,
  matchTitle: 'Names the school does not have',
  matchAbout: 'Say what they are in the school, or load without these lessons.',
  matchKinds: { 'match.class': 'Class', 'match.subject': 'Subject', 'match.teacher': 'Teacher' },
  noMatch: 'not chosen',
  writeUnmatched: 'Load without these lessons',
  pagesTitle: 'Lessons by journal page',
  pageColumns: { name: 'Journal page', added: 'New', changed: 'To change', retired: 'To take out' },
};
