import { useState } from 'preact/hooks';
import type { ListedPerson } from '#modules/roster/people/contract.ts';
import { fullName } from '#modules/roster/person/rules.ts';
import { className } from '#modules/roster/school-class/rules.ts';
import { call } from '#web/api.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { useTyped } from '#web/staff/use-typed.ts';
import { Button } from '#web/ui/Button.tsx';
import { Field } from '#web/ui/Field.tsx';
import { onboardingWords } from '../words.ts';

type Props = {
  readonly schoolId: number;
  readonly choose: (student: ListedPerson) => void;
};

const fewest = 2;
const shownAtMost = 6;
const restMs = 150;

/** Finds the student among all of the school, where the parent’s data were not exact. */
export function FindStudent({ schoolId, choose }: Props) {
  const { queue: words } = useWords(onboardingWords);
  const formats = useFormats();
  const [typed, setTyped] = useState('');
  const search = typed.trim();
  const { reply: found } = useTyped(
    { asked: search.length < fewest ? null : search, restMs },
    (typedName, signal) =>
      call('GET /api/schools/{schoolId}/people', {
        params: { schoolId },
        query: { search: typedName, kind: 'student', limit: shownAtMost },
        signal,
      }).then(({ people }) => people),
  );
  return (
    <>
      <Field
        id="find-student"
        type="search"
        label={words.search}
        value={typed}
        autoComplete="off"
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {found === null ? null : found.length === 0 ? (
        <p class="quiet" role="status">
          {words.nobodyFound}
        </p>
      ) : (
        <ul>
          {found.map((student) => (
            <li key={student.id}>
              <Button
                kind="quiet"
                onClick={() => {
                  setTyped('');
                  choose(student);
                }}
              >
                {[
                  fullName(student),
                  student.schoolClass === null ? '' : className(student.schoolClass),
                  student.birthDate === null ? '' : formats.dayInFigures(student.birthDate),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
