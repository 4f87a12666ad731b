import { kinships } from '#modules/roster/words/en.ts';
import type { SlipWords } from './slip-words-ru.ts';

/** Words of the printed slip. */
export const en: SlipWords = {
  title: 'Access to the school diary',
  journalTitle: 'Access to the class journal',
  guardian: (kinship, student, schoolClass) => `${kinship}: ${student}, ${schoolClass}`,
  address: 'Address',
  login: 'Login',
  code: 'Code',
  until: (date) => `Valid until ${date}.`,
  advice:
    'Point your camera at the picture, or open the address and enter login and code. You will then set a password of your own.',
  fileName: (whose) => `Slips ${whose}`,
  staff: 'staff',
  kinships: { ...kinships, other: 'representative' } as Readonly<Record<string, string>>,
};
