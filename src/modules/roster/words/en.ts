import type { Kinship } from '../enrolment/commands.ts';

/** How a guardian is related to a student. */
export const kinships: Readonly<Record<Kinship, string>> = {
  mother: 'mother',
  father: 'father',
  grandmother: 'grandmother',
  grandfather: 'grandfather',
  guardian: 'legal guardian',
  other: 'somebody else',
};
