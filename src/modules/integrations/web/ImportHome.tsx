import { useWords } from '#web/page-context.tsx';
import { SchoolHome } from '#web/staff/SchoolHome.tsx';
import { importOf } from './addresses.ts';
import { importRoles } from './section.ts';
import { uploadWords } from './words.ts';

/** `/import`: straight to the only school, else a choice of schools. */
export function ImportHome() {
  return <SchoolHome roles={importRoles} addressOf={importOf} words={useWords(uploadWords)} />;
}
