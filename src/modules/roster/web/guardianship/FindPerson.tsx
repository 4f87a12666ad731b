import { useState } from 'preact/hooks';
import { fullName, listName } from '#modules/roster/person/rules.ts';
import { call } from '#web/api.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { useTyped } from '#web/staff/use-typed.ts';
import { Field } from '#web/ui/Field.tsx';
import type { ListedPerson } from '../../people/contract.ts';
import { officeWords } from '../words.ts';

type Props = {
  readonly schoolId: number;
  /** Whom the right is to: nobody is the guardian of oneself. */
  readonly except: string;
  readonly choose: (person: ListedPerson) => void;
};

const fewest = 2;
const shownAtMost = 6;
/** Children of the same name stand among them and are passed over. */
const lookedAt = 40;
const restMs = 150;

/** Finds somebody the school knows. */
export function FindPerson({ schoolId, except, choose }: Props) {
  const { right, list } = useWords(officeWords);
  const formats = useFormats();
  const [typed, setTyped] = useState('');
  const search = typed.trim();
  const { reply: found } = useTyped(
    { asked: search.length < fewest ? null : search, restMs },
    (typedName, signal) =>
      call('GET /api/schools/{schoolId}/people', {
        params: { schoolId },
        query: { search: typedName, status: 'all', limit: lookedAt },
        signal,
      }).then(({ people }) => people.filter((one) => mayCare(one, except)).slice(0, shownAtMost)),
  );
  const about = ({ position, wards, phone, birthDate }: ListedPerson) =>
    [
      position ?? '',
      wards.length === 0
        ? ''
        : `${list.kind.guardian}: ${wards.map((ward) => listName({ ...ward, middleName: null })).join(', ')}`,
      phone ?? '',
      birthDate === null ? '' : formats.dayInFigures(birthDate),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <div class="sheet-form">
      <Field
        id="find-guardian"
        type="search"
        label={right.search}
        value={typed}
        autoComplete="off"
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {found === null ? null : found.length === 0 ? (
        <p class="quiet" role="status">
          {right.nobodyFound}
        </p>
      ) : (
        <ul class="found-people">
          {found.map((person) => (
            <li key={person.id}>
              <button type="button" onClick={() => choose(person)}>
                <b>{fullName(person)}</b>
                <span class="quiet">{about(person)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Children at school are nobody's guardians. */
function mayCare({ id, kinds, isCurrent }: ListedPerson, except: string): boolean {
  return id !== except && !(isCurrent && kinds.every((kind) => kind === 'student'));
}
