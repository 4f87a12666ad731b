import { fullName } from '#modules/roster/person/rules.ts';
import { className } from '#modules/roster/school-class/rules.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { warning } from '#web/ui/icons.ts';
import type { LikePerson } from '../../movement/contract.ts';
import { personAddress } from '../addresses.ts';
import { officeWords } from '../words.ts';

type Props = {
  readonly schoolId: number;
  readonly people: readonly LikePerson[];
  /** The office says: this is somebody else. */
  readonly deny: (id: string) => void;
};

/** The school may have this child already: before a second card is made of it. */
export function AlikePersons({ schoolId, people, deny }: Props) {
  const { admission: words } = useWords(officeWords);
  const formats = useFormats();
  return (
    <section class="alike" role="alert" aria-labelledby="alike-title">
      <h2 id="alike-title">
        <Icon path={warning} size={20} />
        {words.alikeTitle}
      </h2>
      <p>{words.alikeText}</p>
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <span class="alike__who">
              <b>{fullName(person)}</b>
              <span class="quiet">
                {[
                  person.birthDate === null ? '' : formats.dayInFigures(person.birthDate),
                  person.isStudying && person.schoolClass !== null
                    ? words.studies(className(person.schoolClass))
                    : words.left,
                  words.alikeBy[person.by],
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {person.by === 'snils' ? <span class="quiet">{words.sameSnils}</span> : null}
            </span>
            <span class="alike__acts">
              <a class="button button--secondary" href={personAddress(schoolId, person.id)}>
                {person.isStudying ? words.openCard : words.restoreCard}
              </a>
              {person.by === 'snils' ? null : (
                <Button onClick={() => deny(person.id)}>{words.notTheSame}</Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
