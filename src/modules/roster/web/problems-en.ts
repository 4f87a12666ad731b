import type { ProblemWords } from '#web/ru.ts';

export const problems: ProblemWords = {
  'roster.changedMeanwhile': 'Somebody else has changed this meanwhile.',
  'roster.nameMissing': 'Give the last name and the first name.',
  'roster.birthDateImpossible': 'This cannot be a date of birth.',
  'roster.snilsInvalid': 'The SNILS has a mistake: its control number does not fit.',
  'roster.snilsTaken': 'This SNILS stands on somebody else’s card.',
  'roster.tooManyFilters': 'No more than thirty filters can be saved: remove some.',
  'roster.alikePersons': 'The school already has a child like this.',
  'roster.unknownClass': 'There is no such class in this school year.',
  'roster.unknownSubgroup': 'The chosen subgroup is not of this class.',
  'roster.subgroupsExclude': 'Two subgroups of one division are chosen: keep one.',
  'roster.outsideYear': 'This day is not in the school year.',
  'roster.beforeLastMovement': 'This student’s last movement is later: choose a day not before it.',
  'roster.movedMeanwhile': 'Somebody else has moved the student. Reload the card.',
  'roster.notStudying': 'The student does not study here on this day.',
  'roster.stillStudying': 'The student still studies on this day: withdraw first.',
  'roster.sameClass': 'The student is in this class already.',
  'roster.beforeAdmission': 'The last day is before the admission.',
  'roster.notLastMovement': 'Only the last movement can be undone.',
  'roster.changedSince': 'The groups were changed after this movement: it cannot be undone.',
  'roster.entriesHang':
    'The new group’s journal holds entries of the student: the movement cannot be undone.',
  'roster.notInClass': 'The student is not in the class on this day.',
  'roster.unknownGuardian': 'There is no such person at the school.',
  'roster.ownGuardian': 'A student cannot be its own guardian.',
  'roster.alreadyGuardian': 'This person has a right to the student already.',
};
