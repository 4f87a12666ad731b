import { useWords } from '#web/page-context.tsx';
import { SchoolHome } from '#web/staff/SchoolHome.tsx';
import { peopleOf } from '../addresses.ts';
import { officeRoles } from '../office-roles.ts';
import { officeWords } from '../words.ts';

/** `/people`: straight to the only school, else a choice of schools. */
export function PeopleHome() {
  return <SchoolHome roles={officeRoles} addressOf={peopleOf} words={useWords(officeWords)} />;
}
