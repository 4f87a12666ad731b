import { useWords } from '#web/page-context.tsx';
import { SchoolHome } from '#web/staff/SchoolHome.tsx';
import { dayOf } from '../addresses.ts';
import { dayWords } from './words.ts';

/** `/day`: straight to the only school, else a choice of schools. */
export function DayHome() {
  return <SchoolHome roles={['teacher']} addressOf={dayOf} words={useWords(dayWords)} />;
}
