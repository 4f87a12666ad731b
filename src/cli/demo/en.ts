import type { DemoWords } from './ru.ts';
import { townSchool } from './school-plan.ts';

const momentFormat = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'full',
  timeStyle: 'short',
  timeZone: townSchool.timeZone,
});

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: townSchool.timeZone,
});

export const words: DemoWords = {
  summary: 'show a school: database, students, lessons and marks make themselves',
  options: {
    date: 'day to show: YYYY-MM-DD or YYYY-MM-DDTHH:MM in school time',
    fresh: 'start anew: the demo school of before is erased',
    json: 'when ready print one line of JSON with address and accounts',
    data: 'data folder (.parta/demo by default)',
  },
  filling: 'Making the demo school…',
  filled: (seconds) => `The school is ready in ${seconds.toFixed(1)} s.`,
  badDate: (date) =>
    `The date "${date}" does not do: YYYY-MM-DD or YYYY-MM-DDTHH:MM is needed, for example 2026-11-24.`,
  clockBack: (shown) =>
    `The time of a demo school does not go back: it has come to ${shown}. Give a later day or start anew (--fresh).`,
  notDemo: (path) =>
    `What lies in ${path} is not a demo school and stays untouched: give another folder (--data).`,
  otherSchool:
    'This database already holds a school, and no demo is made beside it: give an empty database or another folder (--data).',
  freshOutside:
    'The option --fresh works with the embedded database only: Parta erases no database of others.',
  title: 'Parta: a demo school',
  moment: (date) => dayFormat.format(date),
  schoolTime: (date) => `School time is ${momentFormat.format(date)}`,
  password: (password) => `One password for all: ${password}`,
  columns: ['Role', 'Login', 'Who'],
  stopHint: 'Stop with Ctrl+C. The data stay for the next start.',
  roles: {
    schoolAdmin: 'School administrator',
    principal: 'Principal',
    deputyHead: 'Deputy head',
    teacher: 'Teacher of mathematics',
    homeroomTeacher: 'Homeroom teacher',
    student: 'Student of 7 «Б»',
    guardianOfTwo: 'Guardian, two children in two schools',
    guardian: 'Guardian',
    secretary: 'Secretary',
    regionalCoordinator: 'Regional coordinator',
    platformOperator: 'Platform operator',
  },
};
