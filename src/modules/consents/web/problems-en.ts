import type { ProblemWords } from '#web/ru.ts';

/** Refusals of consents. */
export const problems: ProblemWords = {
  'consents.notAsked': 'The school no longer asks this.',
  'consents.textChanged': 'The text changed while the page was open. Read the new version and answer again.',
  'consents.tooYoung': 'Until 14 a parent or guardian answers for a student.',
  'consents.grownUp': 'The student is 18: the answer is now their own.',
  'consents.notNow': 'This answer changes nothing any more: see what is recorded now.',
  'consents.dayAhead': 'The date of signature cannot be later than today.',
  'consents.notEntitled':
    'This person cannot sign: it takes a parent or guardian with the right “Documents”, from 14 the student too, from 18 the student alone.',
  'consents.unknownText': 'There is no such version of the text.',
  'consents.unknownReceiver': 'Only staff of the school receive papers.',
  'consents.nothingToWithdraw': 'This person gave no consent: there is nothing to withdraw.',
  'consents.notListed': 'Somebody chosen is no longer in the class. Reload the page.',
  'consents.titleMissing': 'Name the consent.',
  'consents.bodyMissing': 'Write the text of the consent.',
  'consents.changedMeanwhile': 'Somebody else has changed the text meanwhile. Compare and save again.',
};
