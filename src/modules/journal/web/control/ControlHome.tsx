import { useWords } from '#web/page-context.tsx';
import { SchoolHome } from '#web/staff/SchoolHome.tsx';
import { controlOf } from './addresses.ts';
import { controlRoles } from './control-roles.ts';
import { controlWords } from './words.ts';

/** `/control`: straight to the only school, else a choice of schools. */
export function ControlHome() {
  return <SchoolHome roles={controlRoles} addressOf={controlOf} words={useWords(controlWords)} />;
}
