import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { useWords } from '#web/page-context.tsx';
import { useSession } from '#web/staff/session.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { PageHeader } from '#web/ui/staff/PageHeader.tsx';
import { timetableAddress } from './addresses.ts';
import { timetableWords } from './words.ts';

/** `/timetable`: the only school at once, or a choice where there are two. */
export function TimetableStart() {
  const words = useWords(timetableWords);
  const { persons } = useSession();
  const { route } = useLocation();
  const schools = persons.filter(({ roles }) => roles.length > 0);
  const only = schools.length === 1 ? schools[0]?.schoolId : undefined;
  useEffect(() => {
    document.title = words.title;
    if (only !== undefined) route(`${timetableAddress}/${only}`, true);
  }, [only, route, words.title]);
  if (only !== undefined) return <div class="timetable-waiting" aria-busy="true" />;
  return (
    <>
      <PageHeader title={words.title} context={words.chooseSchool} />
      <ul class="timetable-schools">
        {schools.map(({ schoolId, schoolName }) => (
          <li key={schoolId}>
            <ButtonLink href={`${timetableAddress}/${schoolId}`}>{schoolName}</ButtonLink>
          </li>
        ))}
      </ul>
    </>
  );
}
