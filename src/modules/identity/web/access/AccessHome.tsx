import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { useWords } from '#web/page-context.tsx';
import { useSession } from '#web/staff/session.ts';
import { EmptyNote } from '#web/ui/Notes.tsx';
import { classAccessAddress, staffAccessAddress } from './addresses.ts';
import { readsWholeSchool, usePlaces } from './places.ts';
import { accessWords } from './words.ts';
import './access.css';

/** `/access`: straight to the first class of the only school, else a choice of schools. */
export function AccessHome() {
  const words = useWords(accessWords);
  const schools = useSession().persons.filter(
    (person) => person.homeroomClasses.length > 0 || readsWholeSchool(person),
  );
  const [only] = schools;
  if (!only) return <EmptyNote title={words.nowhere} text={words.nowhereText} />;
  if (schools.length === 1) return <FirstPlace schoolId={only.schoolId} />;
  return (
    <nav class="access access-schools" aria-labelledby="choose-school">
      <h1 id="choose-school">{words.chooseSchool}</h1>
      {schools.map(({ schoolId, schoolName }) => (
        <section key={schoolId} aria-label={schoolName}>
          <h2>{schoolName}</h2>
          <Places schoolId={schoolId} />
        </section>
      ))}
    </nav>
  );
}

function FirstPlace({ schoolId }: { schoolId: number }) {
  const { route } = useLocation();
  const places = usePlaces(schoolId);
  useEffect(() => {
    if (places === null) return;
    const [first] = places.classes;
    route(first ? classAccessAddress(schoolId, first.id) : staffAccessAddress(schoolId), true);
  }, [places, route, schoolId]);
  return <div class="staff-waiting" aria-busy="true" />;
}

function Places({ schoolId }: { schoolId: number }) {
  const words = useWords(accessWords);
  const places = usePlaces(schoolId);
  if (places === null) return <div class="staff-waiting" aria-busy="true" />;
  return (
    <ul>
      {places.classes.map(({ id, name }) => (
        <li key={id}>
          <a href={classAccessAddress(schoolId, id)}>{name}</a>
        </li>
      ))}
      {places.hasStaff ? (
        <li>
          <a href={staffAccessAddress(schoolId)}>{words.staff}</a>
        </li>
      ) : null}
    </ul>
  );
}
