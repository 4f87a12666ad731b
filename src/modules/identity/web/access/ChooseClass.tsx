import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { useSession } from '#web/staff/session.ts';
import { EmptyNote } from '#web/ui/Notes.tsx';
import { readsWholeSchool, usePlaces } from './places.ts';

type Where = {
  readonly ofClass: (schoolId: number, classId: string) => string;
  /** What a school has besides its classes; where it has none, this is the way. */
  readonly ofSchool: (schoolId: number) => string;
  /** Its name in the list; null = it is not listed. */
  readonly schoolPlace: string | null;
};

type ChooseProps = Where & {
  readonly look: string;
  readonly words: { readonly nowhere: string; readonly nowhereText: string; readonly chooseSchool: string };
};

/** Straight to the first class of the only school, else a choice of schools and classes. */
export function ChooseClass({ look, words, ...where }: ChooseProps) {
  const schools = useSession().persons.filter(
    (person) => person.homeroomClasses.length > 0 || readsWholeSchool(person),
  );
  const [only] = schools;
  if (!only) return <EmptyNote title={words.nowhere} text={words.nowhereText} />;
  if (schools.length === 1) return <FirstPlace schoolId={only.schoolId} where={where} />;
  return (
    <nav class={look} aria-labelledby="choose-school">
      <h1 id="choose-school">{words.chooseSchool}</h1>
      {schools.map(({ schoolId, schoolName }) => (
        <section key={schoolId} aria-label={schoolName}>
          <h2>{schoolName}</h2>
          <Places schoolId={schoolId} where={where} />
        </section>
      ))}
    </nav>
  );
}

type PlaceProps = { readonly schoolId: number; readonly where: Where };

function FirstPlace({ schoolId, where: { ofClass, ofSchool } }: PlaceProps) {
  const { route } = useLocation();
  const places = usePlaces(schoolId);
  useEffect(() => {
    if (places === null) return;
    const [first] = places.classes;
    route(first ? ofClass(schoolId, first.id) : ofSchool(schoolId), true);
  }, [places, route, schoolId, ofClass, ofSchool]);
  return <div class="staff-waiting" aria-busy="true" />;
}

function Places({ schoolId, where: { ofClass, ofSchool, schoolPlace } }: PlaceProps) {
  const places = usePlaces(schoolId);
  if (places === null) return <div class="staff-waiting" aria-busy="true" />;
  return (
    <ul>
      {places.classes.map(({ id, name }) => (
        <li key={id}>
          <a href={ofClass(schoolId, id)}>{name}</a>
        </li>
      ))}
      {places.hasStaff && schoolPlace !== null ? (
        <li>
          <a href={ofSchool(schoolId)}>{schoolPlace}</a>
        </li>
      ) : null}
    </ul>
  );
}
