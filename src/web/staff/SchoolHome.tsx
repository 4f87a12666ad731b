import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import type { StaffRole } from '#platform/actor.ts';
import { EmptyNote } from '../ui/Notes.tsx';
import { personsWithRole, useSession } from './session.ts';

type SchoolHomeProps = {
  /** Whose schools are meant. */
  readonly roles: readonly StaffRole[];
  /** Where the section stands in a school. */
  readonly addressOf: (schoolId: number) => string;
  readonly words: { readonly chooseSchool: string; readonly noSchool: string; readonly noSchoolText: string };
};

/** The bare address of a section: straight to the only school, else a choice of schools. */
export function SchoolHome({ roles, addressOf, words }: SchoolHomeProps) {
  const { route } = useLocation();
  const schools = personsWithRole(useSession(), roles);
  const only = schools.length === 1 ? schools[0] : undefined;
  const address = only === undefined ? null : addressOf(only.schoolId);
  useEffect(() => {
    if (address !== null) route(address, true);
  }, [address, route]);
  if (address !== null) return <div class="staff-waiting" aria-busy="true" />;
  if (schools.length === 0) return <EmptyNote title={words.noSchool} text={words.noSchoolText} />;
  return (
    <nav class="school-choice" aria-labelledby="choose-school">
      <h1 id="choose-school">{words.chooseSchool}</h1>
      <ul>
        {schools.map(({ schoolId, schoolName }) => (
          <li key={schoolId}>
            <a href={addressOf(schoolId)}>{schoolName}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
