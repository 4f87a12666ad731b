import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { useWords } from '#web/page-context.tsx';
import { personsWithRole, useSession } from '#web/staff/session.ts';
import { EmptyNote } from '#web/ui/Notes.tsx';
import { importOf } from './addresses.ts';
import { importRoles } from './section.ts';
import { uploadWords } from './words.ts';
import './import.css';

/** `/import`: straight to the only school, else a choice of schools. */
export function ImportHome() {
  const words = useWords(uploadWords);
  const { route } = useLocation();
  const schools = personsWithRole(useSession(), importRoles);
  const only = schools.length === 1 ? (schools[0]?.schoolId ?? null) : null;
  useEffect(() => {
    if (only !== null) route(importOf(only), true);
  }, [only, route]);
  if (only !== null) return <div class="import-waiting" aria-busy="true" />;
  if (schools.length === 0) return <EmptyNote title={words.noSchool} text={words.noSchoolText} />;
  return (
    <nav class="import-schools" aria-labelledby="choose-school">
      <h1 id="choose-school">{words.chooseSchool}</h1>
      <ul>
        {schools.map(({ schoolId, schoolName }) => (
          <li key={schoolId}>
            <a href={importOf(schoolId)}>{schoolName}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
