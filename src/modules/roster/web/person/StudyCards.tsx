import { useState } from 'preact/hooks';
import { shortName } from '#modules/roster/person/rules.ts';
import { className } from '#modules/roster/school-class/rules.ts';
import { call } from '#web/api.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { showToast } from '#web/ui/toasts.ts';
import type { MovementLine, PersonCard } from '../../person/contract.ts';
import { MovementSheet, type SheetKind } from '../movement/MovementSheet.tsx';
import { useProblemText } from '#web/staff/Fault.tsx';
import { newId } from '#web/new-id.ts';
import { officeWords } from '../words.ts';
import type { CardProps } from './card-props.ts';

/** Movements with their orders, and the acts that make them. */
export function StudyCard({ schoolId, card, reread }: CardProps) {
  const words = useWords(officeWords);
  const problemText = useProblemText();
  const [open, setOpen] = useState<SheetKind | null>(null);
  const isStudying = card.admissions.some(({ endDate }) => endDate === null);
  const last = card.movements.find(({ isUndone }) => !isUndone);
  const undo = async (ordinal: number) => {
    try {
      await call('POST /api/schools/{schoolId}/students/{studentId}/undo-movement', {
        params: { schoolId, studentId: card.id },
        body: { ordinal },
        idempotencyKey: newId(),
      });
      showToast(words.move.undone);
    } catch (error) {
      showToast(problemText(error));
    }
    reread();
  };
  return (
    <section class="card" aria-labelledby="card-study">
      <header class="card__head">
        <h2 id="card-study">{words.card.study}</h2>
      </header>
      {card.mayWrite ? (
        <div class="card__acts">
          {isStudying ? (
            <>
              <Button onClick={() => setOpen('transfer')}>{words.move.transfer}</Button>
              <Button onClick={() => setOpen('withdrawal')}>{words.move.withdraw}</Button>
            </>
          ) : (
            <Button kind="primary" onClick={() => setOpen('restoration')}>
              {words.move.restore}
            </Button>
          )}
        </div>
      ) : null}
      <Admissions card={card} />
      {card.movements.length === 0 ? null : (
        <>
          <h3>{words.card.movements}</h3>
          <ol class="lines">
            {card.movements.map((movement) => (
              <Movement
                key={movement.ordinal}
                movement={movement}
                undo={card.mayWrite && movement === last ? () => undo(movement.ordinal) : null}
              />
            ))}
          </ol>
        </>
      )}
      {open === null ? null : (
        <MovementSheet
          kind={open}
          schoolId={schoolId}
          card={card}
          close={() => setOpen(null)}
          done={(ordinal) => {
            setOpen(null);
            reread();
            showToast(words.move.done[open], () => {
              undo(ordinal).catch(() => undefined);
            });
          }}
          reread={reread}
        />
      )}
    </section>
  );
}

function Admissions({ card }: { card: PersonCard }) {
  const { card: words } = useWords(officeWords);
  const formats = useFormats();
  const order = (number: string | null, date: string | null) =>
    number === null ? words.noOrder : words.order(number, date === null ? null : formats.dayInFigures(date));
  return (
    <ul class="lines" aria-label={words.admissions}>
      {card.admissions.map((one) => {
        const isAnnulled = one.endDate !== null && one.endDate < one.startDate;
        const papers = [
          order(one.orderNumber, one.orderDate),
          one.fileNumber === null ? '' : words.admission.file(one.fileNumber),
          one.transferredFrom === null ? '' : words.admission.came(one.transferredFrom),
        ];
        const leaving = [
          order(one.withdrawalOrder, one.withdrawalOrderDate),
          one.withdrawalReason?.toLowerCase() ?? '',
          one.withdrawalDestination === null ? '' : words.admission.went(one.withdrawalDestination),
        ];
        return (
          <li key={one.id} class={isAnnulled ? 'is-over' : ''}>
            <span class="lines__text">
              <b>{words.admission.from(formats.dayOfYear(one.startDate))}</b>
              <span class="quiet">{papers.filter(Boolean).join(' · ')}</span>
              {isAnnulled ? (
                <span class="quiet">{words.admission.annulled}</span>
              ) : one.endDate === null ? null : (
                <>
                  <b>{words.admission.until(formats.dayOfYear(one.endDate))}</b>
                  <span class="quiet">{leaving.filter(Boolean).join(' · ')}</span>
                </>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Movement({ movement, undo }: { movement: MovementLine; undo: (() => void) | null }) {
  const { card: words, move } = useWords(officeWords);
  const formats = useFormats();
  const { kind, fromClass, toClass, effectiveDate, orderNumber, orderDate, isUndone } = movement;
  const classes = [fromClass, toClass].filter((one) => one !== null).map(className);
  return (
    <li class={isUndone ? 'is-over is-undone' : ''}>
      <span class="lines__gutter">{formats.dayInFigures(effectiveDate)}</span>
      <span class="lines__text">
        <span>
          {words.movement[kind]} {classes.join(' → ')}
          {isUndone ? <span class="tag tag--extra">{words.undone}</span> : null}
        </span>
        <span class="quiet">
          {orderNumber === null
            ? ''
            : words.order(orderNumber, orderDate === null ? null : formats.dayInFigures(orderDate))}
          {' · '}
          {words.madeBy(shortName(movement.madeBy), formats.dayInFigures(movement.madeAt))}
        </span>
      </span>
      {undo === null ? null : (
        <Button kind="quiet" onClick={undo}>
          {move.undo}
        </Button>
      )}
    </li>
  );
}

/** Classes and groups with their dates, newest first. */
export function HistoryCard({ card }: { card: PersonCard }) {
  const { card: words } = useWords(officeWords);
  const formats = useFormats();
  const years = [...Map.groupBy(card.memberships, ({ year }) => year)];
  return (
    <section class="card" aria-labelledby="card-history">
      <header class="card__head">
        <h2 id="card-history">{words.history}</h2>
      </header>
      {years.map(([year, stays]) => (
        <div key={year}>
          <h3>{year}</h3>
          <ul class="lines">
            {stays.map((stay) => {
              const isOver = stay.endDate !== null && stay.endDate < card.today;
              const [only] = stay.classes;
              return (
                <li key={stay.id} class={isOver ? 'is-over' : ''}>
                  <span class="lines__text">
                    {stay.kind === 'class' && only ? <b>{className(only)}</b> : stay.name}
                    <span class="quiet">
                      {stay.endDate === null
                        ? words.since(formats.day(stay.startDate))
                        : formats.days(stay.startDate, stay.endDate)}
                    </span>
                  </span>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </section>
  );
}
