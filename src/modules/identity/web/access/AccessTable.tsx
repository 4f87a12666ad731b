import { fullName } from '#modules/roster/person/rules.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import type { AccessPerson } from '../../access-slips/contract.ts';
import { accessWords } from './words.ts';

/** A person on the list; guardians stand under their child. */
export type AccessRow = {
  readonly person: AccessPerson;
  /** «мать», a position; '' for a student. */
  readonly about: string;
  readonly isUnder: boolean;
};

/** Whoever has never set a password: for them slips are. */
export const isNew = ({ state, refusal }: AccessPerson) =>
  refusal === null && (state === 'none' || state === 'slipExpired' || state === 'temporary');

type Props = {
  readonly rows: readonly AccessRow[];
  readonly chosen: ReadonlySet<string>;
  readonly choose: (personId: string, isChosen: boolean) => void;
  readonly caption: string;
  readonly onReset: (person: AccessPerson) => void;
};

export function AccessTable({ rows, chosen, choose, caption, onReset }: Props) {
  const words = useWords(accessWords);
  const mayIssue = rows.some(({ person }) => person.refusal !== 'notAllowed');
  return (
    <table class="staff-table staff-table--stacked access-table">
      <caption class="hidden-text">{caption}</caption>
      <thead>
        <tr>
          {mayIssue ? (
            <th scope="col">
              <span class="hidden-text">{words.columns.choose}</span>
            </th>
          ) : null}
          <th scope="col">{words.columns.name}</th>
          <th scope="col">{words.columns.login}</th>
          <th scope="col">{words.columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ person, about, isUnder }) => (
          <tr key={`${person.personId} ${about}`} class={isUnder ? 'is-under' : ''}>
            {mayIssue ? (
              <td class="access-table__choice">
                <label>
                  <input
                    type="checkbox"
                    checked={chosen.has(person.personId)}
                    disabled={person.refusal !== null}
                    aria-label={words.choose(fullName(person))}
                    onChange={(event) => choose(person.personId, event.currentTarget.checked)}
                  />
                </label>
              </td>
            ) : null}
            <th scope="row">
              {fullName(person)} <span class="quiet">{about}</span>
            </th>
            <td class="access-table__login">{person.login}</td>
            <td>
              <State person={person} />
              {person.mayResetFactor ? (
                <Button
                  kind="quiet"
                  aria-label={words.factor.resetNamed(fullName(person))}
                  onClick={() => onReset(person)}
                >
                  {words.factor.reset}
                </Button>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function State({ person }: { person: AccessPerson }) {
  const { states, refusals, factor } = useWords(accessWords);
  const formats = useFormats();
  const { state, slipExpiresAt, lastSignInAt, hasFactor, mailReturns, refusal } = person;
  const day = (moment: string) => formats.dayOfYear(moment.slice(0, 10));
  const word = state === 'slip' ? states.slip(day(slipExpiresAt ?? '')) : states[state];
  const notes = [
    ...(state === 'active' && lastSignInAt !== null ? [states.signedIn(day(lastSignInAt))] : []),
    ...(hasFactor ? [factor.on] : []),
    ...(mailReturns ? [states.mailReturns] : []),
    ...(refusal !== null && refusal !== 'blocked' && refusals[refusal] !== '' ? [refusals[refusal]] : []),
  ];
  return (
    <>
      <span class={`access-state access-state--${state}`}>{word}</span>
      {notes.map((note) => (
        <span key={note} class="access-table__note">
          {note}
        </span>
      ))}
    </>
  );
}
