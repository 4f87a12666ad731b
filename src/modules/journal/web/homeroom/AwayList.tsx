import { useState } from 'preact/hooks';
import { listName } from '#modules/roster/person/rules.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { useProblemText } from '#web/staff/Fault.tsx';
import { Button } from '#web/ui/Button.tsx';
import { EmptyNote, FaultNote } from '#web/ui/Notes.tsx';
import { showToast } from '#web/ui/toasts.ts';
import type { ReasonCode } from '../../absence-reasons/contract.ts';
import type { ClassDay } from '../../class-day/contract.ts';
import { type Away, awayOf, type DayStudent, isUnclear, reasonOfKey } from './day-rules.ts';
import { isChangedMeanwhile, sameAs, writeReason } from './reason-acts.ts';
import { homeroomWords } from './words.ts';

type AwayListProps = {
  readonly schoolId: number;
  readonly day: ClassDay;
  readonly ask: (student: DayStudent) => void;
  readonly reread: () => void;
};

/** Who is away and why; a reason is one press or one key. */
export function AwayList({ schoolId, day, ask, reread }: AwayListProps) {
  const words = useWords(homeroomWords);
  const textOf = useProblemText();
  const [fault, setFault] = useState<unknown>(null);
  const lines = awayOf(day);
  const unclear = lines.filter(isUnclear).length;
  const missing = lines.filter(({ missed }) => missed.length > 0).length;

  const act = async (run: () => Promise<{ text: string; undo: () => Promise<unknown> }>) => {
    setFault(null);
    try {
      const { text, undo } = await run();
      reread();
      showToast(text, () => {
        undo().then(reread).catch(setFault);
      });
    } catch (error) {
      setFault(error);
      if (isChangedMeanwhile(error)) reread();
    }
  };
  const set = (student: DayStudent, reason: ReasonCode) =>
    act(async () => {
      const at = { schoolId, studentId: student.id };
      const known = student.reason;
      const wanted = known
        ? { ...sameAs(known, false), reason }
        : { reason, startDate: day.date, endDate: day.date, note: null, isEnded: false };
      const written = await writeReason(at, wanted, known);
      return {
        text: words.set(listName(student), words.reasonLong[reason]),
        undo: () => writeReason(at, known ? sameAs(known, false) : { ...wanted, isEnded: true }, written),
      };
    });
  const remove = (student: DayStudent) =>
    act(async () => {
      const at = { schoolId, studentId: student.id };
      const known = student.reason;
      if (!known) throw new Error('there is no reason to take back');
      const written = await writeReason(at, sameAs(known, true), known);
      return {
        text: words.removed(listName(student)),
        undo: () => writeReason(at, sameAs(known, false), written),
      };
    });

  return (
    <section class="away" aria-labelledby="away-title">
      <h2 id="away-title">
        {words.away.title}
        {missing === 0 ? null : <span class="quiet"> · {words.away.counts(missing, unclear)}</span>}
      </h2>
      {fault === null ? null : (
        <FaultNote>{isChangedMeanwhile(fault) ? words.sheet.changed : textOf(fault)}</FaultNote>
      )}
      {lines.length === 0 ? (
        <Nobody day={day} />
      ) : (
        <ul class="away__lines">
          {lines.map((away) => (
            <AwayLine
              key={away.student.id}
              away={away}
              mayWrite={day.may.setReasons}
              set={(reason) => void set(away.student, reason)}
              remove={() => void remove(away.student)}
              ask={() => ask(away.student)}
            />
          ))}
        </ul>
      )}
      {day.may.setReasons && missing > 0 ? <p class="quiet away__keys no-print">{words.away.keys}</p> : null}
    </section>
  );
}

function Nobody({ day }: { day: ClassDay }) {
  const { away } = useWords(homeroomWords);
  if (day.lessons.length === 0) return null;
  const isTaken = day.lessons.some(({ attendanceTaken }) => attendanceTaken);
  return isTaken ? (
    <EmptyNote title={away.nobody} text={away.nobodyText} />
  ) : (
    <EmptyNote title={away.notYet} text={away.notYetText} />
  );
}

type AwayLineProps = {
  readonly away: Away;
  readonly mayWrite: boolean;
  readonly set: (reason: ReasonCode) => void;
  readonly remove: () => void;
  readonly ask: () => void;
};

function AwayLine({ away, mayWrite, set, remove, ask }: AwayLineProps) {
  const words = useWords(homeroomWords);
  const { student } = away;
  const { reason } = student;
  const name = listName(student);
  // Being late has no reason of its own.
  const hasActs = mayWrite && (away.missed.length > 0 || reason !== null);
  return (
    <li
      class={isUnclear(away) ? 'away-line away-line--unclear' : 'away-line'}
      onKeyDown={(event) => {
        if (!hasActs || event.ctrlKey || event.altKey || event.metaKey) return;
        const pressed = reasonOfKey(event);
        if (pressed === null) return;
        event.preventDefault();
        set(pressed);
      }}
    >
      <div class="away-line__who">
        <b>{name}</b>
        <span class="quiet">{useWhat(away)}</span>
        <ReasonText student={student} isUnclear={isUnclear(away)} />
      </div>
      {hasActs ? (
        <div class="away-line__acts no-print">
          <div class="choice" role="group" aria-label={words.reasonOf(name)}>
            <div class="choice__buttons">
              {(['ill', 'excused', 'unexcused'] as const).map((code) => (
                <button
                  key={code}
                  type="button"
                  aria-pressed={reason?.reason === code}
                  onClick={() => (reason?.reason === code ? remove() : set(code))}
                >
                  {words.reason[code]}
                </button>
              ))}
            </div>
          </div>
          <Button kind="quiet" onClick={ask} aria-label={`${words.away.more}: ${name}`}>
            {words.away.more}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

function ReasonText({ student, isUnclear: isOpen }: { student: DayStudent; isUnclear: boolean }) {
  const words = useWords(homeroomWords);
  const formats = useFormats();
  const { reason } = student;
  if (!reason) return isOpen ? <span class="away-line__open">{words.away.unclear}</span> : null;
  const { startDate, endDate, note } = reason;
  return (
    <span>
      {words.reasonLong[reason.reason]}, {formats.days(startDate, endDate)}
      {note === null ? null : <span class="quiet"> · {note}</span>}
    </span>
  );
}

/** «уроки 1, 2», «весь день», «опоздание на 3-й урок, 7 мин». */
function useWhat({ missed, isWholeDay, late, leftEarly, student }: Away): string {
  const { away } = useWords(homeroomWords);
  const parts = [
    ...(missed.length === 0 ? [] : [isWholeDay ? away.whole : away.lessons(missed)]),
    ...late.map(({ number, minutes }) => away.late(number, minutes)),
    ...leftEarly.map((number) => away.leftEarly(number)),
  ];
  return parts.length === 0 && student.reason !== null ? away.expected : parts.join(', ');
}
