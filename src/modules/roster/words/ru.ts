import type { Kinship } from '../enrolment/commands.ts';

/** How a guardian is related to a student. */
export const kinships: Readonly<Record<Kinship, string>> = {
  mother: 'мать',
  father: 'отец',
  grandmother: 'бабушка',
  grandfather: 'дедушка',
  guardian: 'опекун',
  other: 'другое лицо',
};
