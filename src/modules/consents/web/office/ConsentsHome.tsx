import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { readsWholeSchool, usePlaces } from '#modules/identity/web/access/places.ts';
import { useWords } from '#web/page-context.tsx';
import { useSession } from '#web/staff/session.ts';
import { EmptyNote } from '#web/ui/Notes.tsx';
import { classConsentsAddress, purposesAddress } from '../addresses.ts';
import { consentsWords } from '../words.ts';
import './office.css';

/** `/consents`: straight to the first class of the only school, else a choice of schools. */
export function ConsentsHome() {
  const { office: words } = useWords(consentsWords);
  const schools = useSession().persons.filter(
    (person) => person.homeroomClasses.length > 0 || readsWholeSchool(person),
  );
  const [only] = schools;
  if (!only) return <EmptyNote title={words.nowhere} text={words.nowhereText} />;
  if (schools.length === 1) return <FirstClass schoolId={only.schoolId} />;
  return (
    <nav class="school-choice" aria-labelledby="choose-school">
      <h1 id="choose-school">{words.chooseSchool}</h1>
      {schools.map(({ schoolId, schoolName }) => (
        <section key={schoolId} aria-label={schoolName}>
          <h2>{schoolName}</h2>
          <Classes schoolId={schoolId} />
        </section>
      ))}
    </nav>
  );
}

function FirstClass({ schoolId }: { readonly schoolId: number }) {
  const { route } = useLocation();
  const places = usePlaces(schoolId);
  useEffect(() => {
    if (places === null) return;
    const [first] = places.classes;
    route(first ? classConsentsAddress(schoolId, first.id) : purposesAddress(schoolId), true);
  }, [places, route, schoolId]);
  return <div class="staff-waiting" aria-busy="true" />;
}

function Classes({ schoolId }: { readonly schoolId: number }) {
  const places = usePlaces(schoolId);
  if (places === null) return <div class="staff-waiting" aria-busy="true" />;
  return (
    <ul>
      {places.classes.map(({ id, name }) => (
        <li key={id}>
          <a href={classConsentsAddress(schoolId, id)}>{name}</a>
        </li>
      ))}
    </ul>
  );
}
