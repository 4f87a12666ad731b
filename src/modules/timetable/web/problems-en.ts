import type { ProblemWords } from '#web/ru.ts';

export const problems: ProblemWords = {
  'timetable.emptyAct': 'There is nothing to change: choose at least one lesson.',
  'timetable.repeatedLesson': 'One lesson is named twice. Reload the page and try again.',
  'timetable.unknownLesson': 'There is no such lesson in the timetable. Reload the page.',
  'timetable.unknownTeacher': 'No such teacher works at the school on that day.',
  'timetable.ownTeacher': 'It is this teacher’s own lesson: take the substitution back and it returns.',
  'timetable.unknownPage': 'This class has no such subject.',
  'timetable.unknownRoom': 'The school has no such room.',
  'timetable.outsideYear': 'That day is outside the school year.',
  'timetable.cannotMerge':
    'These groups cannot be joined: their lessons are at other times or of other classes.',
  'timetable.nothingChanges': 'The lesson stands like this already.',
  'timetable.absenceSpan': 'The absence ends before it begins, or too far away.',
  'timetable.changedMeanwhile': 'Somebody else has changed the lesson.',
  'timetable.lessonNotPlanned': 'The lesson is cancelled or no longer in the timetable.',
  'timetable.slotTaken': 'The class has a lesson of this subject at that time.',
  'timetable.periodLocked': 'The grading period is closed: its timetable no longer changes.',
  'timetable.lessonHasEntries': 'The lesson was held: it has marks or attendance.',
  'timetable.clashes': 'Lessons would clash.',
  'dayOverrides.noYear': 'The school has no academic year yet.',
  'dayOverrides.outsideYear': 'This day is outside the academic year.',
  'dayOverrides.span': 'The last day is before the first one, or more than two months after it.',
  'dayOverrides.oneDay': 'Lessons follow another weekday on one day only: declare each day by itself.',
  'dayOverrides.unknownScope': 'There is no such class in this academic year.',
  'dayOverrides.noWeekday': 'Choose whose weekday’s timetable to follow.',
  'dayOverrides.unknownBells': 'Choose a bell schedule.',
  'dayOverrides.noTimetable': 'These classes have no lessons in the timetable on such a weekday.',
  'dayOverrides.taken': 'These classes have a special day then. Take it back first.',
  'dayOverrides.nothingChanges':
    'Nothing changes on these days: there are no lessons anyway, or they stay as they are.',
  'dayOverrides.outdated':
    'The timetable or entries on lessons have changed. Check what will happen and confirm again.',
  'dayOverrides.exists': 'This special day has been declared already. Reload the page.',
  'dayOverrides.notInForce': 'Choose one of the days declared special.',
  'weekly.outsideYear': 'This day is outside the school year.',
  'weekly.unknownPage': 'The class has no such subject any more: look at the teaching load.',
  'weekly.unknownRoom': 'The school has no such room.',
  'weekly.twice': 'One subject of one group stands twice at the same lesson.',
  'weekly.changedMeanwhile': 'Somebody else has changed the timetable of this class.',
  'weekly.outdated':
    'The timetable or the entries on lessons have changed. Look at what will happen and confirm again.',
};
