import { nbsp, pluralEnglish as plural } from '../words.ts';
import type { UiWords } from './ru.ts';

export const en: UiWords = {
  product: 'Parta',
  toContent: 'Skip to content',

  markText: { passed: 'P', failed: 'F', exempt: 'ex', notAssessed: 'n/a', pendingPoint: '•' },
  markMeaning: { 5: 'excellent', 4: 'good', 3: 'satisfactory', 2: 'poor', 1: 'poor' },
  markWord: {
    passed: 'Passed',
    failed: 'Failed',
    exempt: 'Exempt',
    notAssessed: 'Not assessed',
    pendingPoint: 'Point: the work is still to be handed in',
  },
  mark: (value) => `Mark ${value}`,
  twoMarks: (first, second) => `Two marks for one work: ${first} and ${second}`,
  weight: (weight) => `weight ${weight}`,
  replaced: 'retaken',
  dueBy: (day) => `by ${day}`,
  noMarks: 'No marks',

  attendanceLetter: {
    absent: 'A',
    ill: 'I',
    excused: 'E',
    unexcused: 'A',
    late: 'L',
    leftEarly: 'D',
    exempt: 'ex',
    remote: 'R',
  },
  attendanceWord: {
    absent: 'Absent',
    ill: 'Absent, ill',
    excused: 'Absent, excused',
    unexcused: 'Absent, unexcused',
    late: 'Late',
    leftEarly: 'Left early',
    exempt: 'Exempt, present at the lesson',
    remote: 'Remote',
  },
  minutes: (count) => plural(count, { one: 'minute', other: 'minutes' }),

  change: { substitution: 'substitution', cancellation: 'cancelled', move: 'moved', extra: 'extra lesson' },
  today: 'Today',
  lessonNumber: (number) => `Lesson ${number}`,
  homework: 'Homework',
  hasFiles: 'Has files',
  average: 'Average',

  previousWeek: 'Previous week',
  nextWeek: 'Next week',
  thisWeek: 'This week',
  close: 'Close',
  undo: 'Undo',
  stale: (time) => `Offline. Shown as of${nbsp}${time}`,
  offline: 'Offline',

  saved: 'saved',
  queued: 'waiting to be sent',
  conflict: 'changed by someone else',

  sections: 'Sections',
  shortcuts: 'Keyboard shortcuts',
  chooseChild: 'Choose a child',
  account: 'Account',
  accountPage: 'Roles and schools',
  signOut: 'Sign out',
  theme: 'Theme',
  themes: { auto: 'Auto', light: 'Light', dark: 'Dark' },
  language: 'Language',
};
