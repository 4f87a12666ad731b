import { pluralEnglish as plural } from '#web/words.ts';
import type { SpecialDaysWords } from './ru.ts';

const lessons = (count: number) => plural(count, { one: 'lesson', other: 'lessons' });
const does = (what: string) => (count: number) => `${lessons(count)} ${what}`;
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export const en: SpecialDaysWords = {
  title: 'Special days',
  lead: 'Quarantine, frost, a working Saturday, other bells. Lessons, journal and diaries follow at once.',
  add: 'Declare a special day',
  upcoming: 'Now and ahead',
  past: 'Over or taken back',
  daysOff: 'Days off of the school year',
  empty: 'No special days ahead',
  emptyNext: 'Lessons follow the timetable and the school’s calendar.',
  columns: { days: 'Days', whom: 'For whom', what: 'What', why: 'Reason' },
  wholeSchool: 'Whole school',
  grade: (grade) => `Grade ${grade}`,
  kind: {
    off: 'No lessons',
    weekday: (weekday) => `${weekdays[weekday - 1] ?? ''}’s timetable`,
    bells: (name) => `Bells: ${name}`,
  },
  weekdayOf: (weekday) => weekdays[weekday - 1] ?? '',
  running: 'now',
  by: (author, day) => `${author}, ${day}`,
  endedAll: 'taken back',
  endedFrom: (day) => `taken back from ${day}`,
  takeBack: 'Take back',
  takeBackNamed: (what) => `Take back: ${what}`,
  dayOff: 'Day off',

  newTitle: 'A new special day',
  newLead: 'First you see what happens to lessons. Nothing changes until you confirm.',
  what: 'What happens',
  kinds: { off: 'No lessons', weekday: 'Another weekday’s timetable', bells: 'Other bells' },
  whom: 'For whom',
  grades: 'Grades',
  classes: 'Classes',
  day: 'Day',
  from: 'From',
  to: 'To',
  asWeekday: 'Timetable of',
  bells: 'Bells',
  choose: 'Choose',
  shift: (name, shift) => `${name} (shift ${shift})`,
  noSchedules: 'The school has one bell schedule: there is nothing to choose.',
  reason: 'Reason',
  reasonSeen: 'Families will see this reason in the diary.',

  effect: 'What will happen',
  counting: 'Reckoning what changes…',
  mend: 'Mend the marked field to see what changes.',
  incomplete: 'Fill in the fields to see what changes.',
  counts: {
    cancelled: does('will be cancelled'),
    restored: does('will return'),
    added: does('will be added'),
    moved: does('will have another number, time or room'),
    retimed: does('will have another time'),
    retired: does('will leave the timetable'),
    changed: does('will have another time or number'),
  },
  nothing: 'Nothing happens to lessons.',
  byClass: (count) => `By class (${plural(count, { one: 'class', other: 'classes' })})`,
  days: (count) => plural(count, { one: 'day', other: 'days' }),
  marks: (count) =>
    `${lessons(count)} already with marks or attendance. The entries stay in the journal and the diary.`,
  notes: (count) => `${lessons(count)} already with a topic or homework. The entries stay.`,
  shared: (count) => `${lessons(count)} in groups shared with other classes: held as usual.`,
  byHand: (count) => `${lessons(count)} changed by hand: left as they are.`,
  silent: (numbers) =>
    numbers.length === 1
      ? `These bells do not ring lesson ${numbers.join()}: it will have no time.`
      : `These bells do not ring lessons ${numbers.join(', ')}: they will have no time.`,
  clashes: 'Clashes:',
  narrower: 'Stay in force:',
  homework: 'Homework for “the next lesson” moves to the next one that is held.',
  which: 'Which lessons',
  andMore: (count) => `and ${count} more`,
  confirm: { off: 'Cancel lessons', weekday: 'Declare a school day', bells: 'Change bells' },
  done: { off: 'Lessons cancelled', weekday: 'School day declared', bells: 'Bells changed' },

  endTitle: 'Take back a special day',
  endFrom: 'As usual again from',
  endConfirm: 'Take back, lessons return',
  ended: 'Special day taken back, lessons follow the timetable',
};
