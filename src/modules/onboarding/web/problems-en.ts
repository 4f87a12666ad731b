import type { ProblemWords } from '#web/ru.ts';

export const problems: ProblemWords = {
  'links.decided': 'This request has been decided already.',
  'links.expired': 'This request is out of time: it can only be sent again.',
  'links.nameMissing': 'Give the child’s surname and first name, each of 80 signs at most.',
  'links.birthDateImpossible': 'Check the date of birth: a student cannot be older than 25.',
  'links.kinshipMissing': 'Choose what you are to the child.',
  'links.documentMissing': 'Choose the document of kinship.',
  'links.tailTooLong': 'Only the last four signs of the number are needed.',
  'links.wordTooLong': 'The note is longer than 300 signs: shorten it.',
  'links.tooMany': ({ limit }) =>
    `The school is still considering ${String(limit)} of your requests. Wait, or take one back.`,
  'links.tooOften': ({ limit, days }) =>
    `No more than ${String(limit)} requests can be sent in ${String(days)} days. Ask the school.`,
  'links.student': 'A parent sends the request under their own sign-in.',
  'links.basisMissing': 'Name the document that confirms the kinship.',
  'links.endBeforeToday': 'The last day of the right cannot be before today.',
  'links.unknownStudent': 'There is no such student at the school.',
  'links.reasonMissing': 'Explain the refusal: the sender reads it.',
};
