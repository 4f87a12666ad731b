import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { useWords } from '#web/page-context.tsx';
import { personsWithRole, useSession } from '#web/staff/session.ts';
import { EmptyNote } from '#web/ui/Notes.tsx';
import { dayOf } from '../addresses.ts';
import { dayWords } from './words.ts';
import './day.css';

/** `/day`: straight to the only school, else a choice of schools. */
export function DayHome() {
  const words = useWords(dayWords);
  const { route } = useLocation();
  const schools = personsWithRole(useSession(), ['teacher']);
  const only = schools.length === 1 ? (schools[0]?.schoolId ?? null) : null;
  useEffect(() => {
    if (only !== null) route(dayOf(only), true);
  }, [only, route]);
  if (only !== null) return <div class="day-waiting" aria-busy="true" />;
  if (schools.length === 0) return <EmptyNote title={words.noSchool} text={words.noSchoolText} />;
  return (
    <nav class="day-schools" aria-labelledby="choose-school">
      <h1 id="choose-school">{words.chooseSchool}</h1>
      <ul>
        {schools.map(({ schoolId, schoolName }) => (
          <li key={schoolId}>
            <a href={dayOf(schoolId)}>{schoolName}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
