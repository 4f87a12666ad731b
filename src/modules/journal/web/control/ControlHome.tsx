import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { useWords } from '#web/page-context.tsx';
import { personsWithRole, useSession } from '#web/staff/session.ts';
import { EmptyNote } from '#web/ui/Notes.tsx';
import { controlOf } from './addresses.ts';
import { controlRoles } from './control-roles.ts';
import { controlWords } from './words.ts';
import './control.css';

/** `/control`: straight to the only school, else a choice of schools. */
export function ControlHome() {
  const words = useWords(controlWords);
  const { route } = useLocation();
  const schools = personsWithRole(useSession(), controlRoles);
  const only = schools.length === 1 ? (schools[0]?.schoolId ?? null) : null;
  useEffect(() => {
    if (only !== null) route(controlOf(only), true);
  }, [only, route]);
  if (only !== null) return <div class="control-waiting" aria-busy="true" />;
  if (schools.length === 0) return <EmptyNote title={words.noSchool} text={words.noSchoolText} />;
  return (
    <nav class="control-schools" aria-labelledby="choose-school">
      <h1 id="choose-school">{words.chooseSchool}</h1>
      <ul>
        {schools.map(({ schoolId, schoolName }) => (
          <li key={schoolId}>
            <a href={controlOf(schoolId)}>{schoolName}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
