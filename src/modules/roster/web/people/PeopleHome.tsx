import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { useWords } from '#web/page-context.tsx';
import { personsWithRole, useSession } from '#web/staff/session.ts';
import { EmptyNote } from '#web/ui/Notes.tsx';
import { peopleOf } from '../addresses.ts';
import { officeRoles } from '../office-roles.ts';
import { officeWords } from '../words.ts';
import '../parts/office.css';

/** `/people`: straight to the only school, else a choice of schools. */
export function PeopleHome() {
  const words = useWords(officeWords);
  const { route } = useLocation();
  const schools = personsWithRole(useSession(), officeRoles);
  const only = schools.length === 1 ? (schools[0]?.schoolId ?? null) : null;
  useEffect(() => {
    if (only !== null) route(peopleOf(only), true);
  }, [only, route]);
  if (only !== null) return <div class="office-waiting" aria-busy="true" />;
  if (schools.length === 0) return <EmptyNote title={words.noSchool} text={words.noSchoolText} />;
  return (
    <nav class="office-schools" aria-labelledby="choose-school">
      <h1 id="choose-school">{words.chooseSchool}</h1>
      <ul>
        {schools.map(({ schoolId, schoolName }) => (
          <li key={schoolId}>
            <a href={peopleOf(schoolId)}>{schoolName}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
