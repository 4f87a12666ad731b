import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { fullName } from '#modules/roster/person/rules.ts';
import { className } from '#modules/roster/school-class/rules.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import type { GuardianshipLine } from '../../person/contract.ts';
import { personAddress } from '../addresses.ts';
import { AddGuardian } from '../guardianship/AddGuardian.tsx';
import { ChangeRight } from '../guardianship/ChangeRight.tsx';
import { EndRight } from '../guardianship/EndRight.tsx';
import { officeWords } from '../words.ts';
import type { CardProps } from './card-props.ts';

type Act = { readonly kind: 'add' } | { readonly kind: 'change' | 'end'; readonly line: GuardianshipLine };

/** Who has a right to the student, and to what. */
export function GuardiansCard({ schoolId, card, reread }: CardProps) {
  const words = useWords(officeWords);
  const [act, setAct] = useState<Act | null>(null);
  const close = () => setAct(null);
  const { today, guardians } = card;
  return (
    <section class="card" aria-labelledby="card-guardians">
      <header class="card__head">
        <h2 id="card-guardians">{words.card.guardians}</h2>
        {card.mayWrite ? (
          <Button kind="quiet" onClick={() => setAct({ kind: 'add' })}>
            {words.right.add}
          </Button>
        ) : null}
      </header>
      {guardians.length === 0 ? (
        <p class="quiet">{words.card.noGuardians}</p>
      ) : (
        <ul class="lines">
          {guardians.map((line) => (
            <Line key={line.id} schoolId={schoolId} line={line} today={today}>
              {card.mayWrite && (line.endDate === null || line.endDate >= today) ? (
                <span class="lines__acts">
                  <Button kind="quiet" onClick={() => setAct({ kind: 'change', line })}>
                    {words.right.change}
                  </Button>
                  <Button kind="quiet" onClick={() => setAct({ kind: 'end', line })}>
                    {words.right.end}
                  </Button>
                </span>
              ) : null}
            </Line>
          ))}
        </ul>
      )}
      {act?.kind === 'add' ? (
        <AddGuardian schoolId={schoolId} card={card} reread={reread} close={close} />
      ) : null}
      {act?.kind === 'change' ? (
        <ChangeRight schoolId={schoolId} line={act.line} reread={reread} close={close} />
      ) : null}
      {act?.kind === 'end' ? (
        <EndRight schoolId={schoolId} line={act.line} today={today} reread={reread} close={close} />
      ) : null}
    </section>
  );
}

export function WardsCard({ schoolId, card }: CardProps) {
  const words = useWords(officeWords);
  return (
    <section class="card" aria-labelledby="card-wards">
      <header class="card__head">
        <h2 id="card-wards">{words.card.wards}</h2>
      </header>
      <ul class="lines">
        {card.wards.map((line) => (
          <Line key={line.id} schoolId={schoolId} line={line} today={card.today} />
        ))}
      </ul>
    </section>
  );
}

type LineProps = {
  readonly schoolId: number;
  readonly line: GuardianshipLine;
  readonly today: string;
  readonly children?: ComponentChildren;
};

function Line({ schoolId, line, today, children }: LineProps) {
  const { card: words } = useWords(officeWords);
  const formats = useFormats();
  const { person, kinship, scope, basis, startDate, endDate } = line;
  const isOver = endDate !== null && endDate < today;
  const schoolClass = person.schoolClass === null ? '' : className(person.schoolClass);
  return (
    <li class={isOver ? 'is-over' : ''}>
      <span class="lines__text">
        <span>
          <a href={personAddress(schoolId, person.id)}>{fullName(person)}</a>, {words.kinships[kinship]}
          {schoolClass === '' ? '' : `, ${schoolClass}`}
        </span>
        {person.phone === null ? null : <span class="figures">{person.phone}</span>}
        <span class="quiet">
          {isOver
            ? words.rightUntil(formats.dayOfYear(endDate))
            : [
                startDate > today ? words.rightFrom(formats.dayOfYear(startDate)) : '',
                scope.map((one) => words.scopes[one]).join(', '),
                endDate === null ? '' : words.ended(formats.dayOfYear(endDate)),
                basis ?? '',
              ]
                .filter(Boolean)
                .join(' · ')}
        </span>
      </span>
      {children}
    </li>
  );
}
