import { useState } from 'preact/hooks';
import { Button } from '#web/ui/Button.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { type Contents, keyOf, type Places } from '../queue/writes.ts';
import { attendancePlace, type Cell, type MarkChange } from '../store/acts.ts';
import type { Journal } from '../page/journal.ts';
import { lockText } from '../page/names.ts';
import { LineField, wholeNumber } from './LineField.tsx';
import { TextArea } from './TextArea.tsx';
import { CellHistory } from './CellHistory.tsx';
import { ValueButtons } from './ValueButtons.tsx';
import { WorkFields } from './WorkFields.tsx';

type PanelProps = { readonly journal: Journal; readonly cell: Cell; readonly at: 'panel' | 'comment' };

/** Everything about one cell: values, comment, due day of a point, retake, attendance, work, history. */
export function CellPanel({ journal, cell, at }: PanelProps) {
  const { store, words, uiWords, formats, close } = journal;
  const { student, column } = cell;
  const { hasMarks, facts } = store.model.value;
  const now = store.model.value.columns.find(({ work }) => work.id === column.work.id) ?? column;
  const view = store.cell(now, student).value;
  const lock = store.lockOf(now.lesson, student);
  const attempts = view.marks.length === 0 ? [1] : [...new Set(view.marks.map(({ attempt }) => attempt))];
  const [isRetaking, setRetaking] = useState(false);
  const shownAttempts = isRetaking ? [...attempts, (attempts.at(-1) ?? 1) + 1] : attempts;
  const change = (asked: MarkChange) => {
    const act = () => journal.acts.changeMark({ column: now, student }, asked);
    journal.tell(act(), [{ column: now, student }], () => journal.tell(act(), [cell], () => undefined));
  };
  const context = `${formats.weekdayAndDay(now.lesson.date)}, ${words.lesson.number(now.lesson.number)}`;
  return (
    <Sheet id="cell-panel" isOpen title={student.name} context={context} onClose={close}>
      <div class="panel">
        {lock === null ? null : <p class="panel__lock">{lockText(words, lock, store)}</p>}
        {hasMarks && lock === null
          ? shownAttempts.map((attempt) => (
              <Attempt
                key={attempt}
                journal={journal}
                place={{ workId: now.work.id, studentId: student.id, attempt, slot: 1 }}
                isFocused={at === 'panel' && attempt === shownAttempts.at(-1)}
                onChange={change}
              />
            ))
          : null}
        {hasMarks && lock === null && view.marks.length > 0 ? (
          <CommentField
            journal={journal}
            place={{ workId: now.work.id, studentId: student.id, attempt: attempts.at(-1) ?? 1, slot: 1 }}
            isFocused={at === 'comment'}
            onChange={change}
          />
        ) : null}
        {hasMarks && lock === null && view.marks.length > 0 && !isRetaking ? (
          <div>
            <Button onClick={() => setRetaking(true)}>{words.cell.retake}</Button>
            <p class="quiet">{words.cell.retakeHint}</p>
          </div>
        ) : null}
        {lock === null || lock === 'marks.noMarksHere' ? (
          <AttendanceFields journal={journal} cell={{ column: now, student }} />
        ) : null}
        {hasMarks ? (
          <section class="panel__part">
            <h3>{words.cell.work}</h3>
            <WorkFields journal={journal} work={now.work} types={facts.workTypes} isClosed={lock !== null} />
          </section>
        ) : null}
        {hasMarks ? (
          <CellHistory journal={journal} workId={now.work.id} studentId={student.id} uiWords={uiWords} />
        ) : null}
      </div>
    </Sheet>
  );
}

type AttemptProps = {
  readonly journal: Journal;
  readonly place: Places['mark'];
  readonly isFocused: boolean;
  readonly onChange: (change: MarkChange) => void;
};

function Attempt({ journal, place, isFocused, onChange }: AttemptProps) {
  const { store, words, uiWords, formats } = journal;
  // Read with the changes of all the page: values of two slots stand here.
  void store.changes.value;
  const { offered, bandOf } = store.model.value;
  const first = store.contentAt('mark', place);
  const second = store.contentAt('mark', { ...place, slot: 2 });
  const { attempt } = place;
  const [isDual, setDual] = useState(second !== null && second.value !== null);
  return (
    <section class="panel__part">
      <h3>{attempt === 1 ? words.cell.values : words.cell.retake}</h3>
      <ValueButtons
        label={words.cell.values}
        scale={offered}
        bandOf={bandOf}
        uiWords={uiWords}
        current={first?.value ?? null}
        hasFocus={isFocused}
        onChoose={(value) => onChange({ attempt, value: value === first?.value ? null : value })}
      />
      {first?.value === 'pendingPoint' ? (
        <LineField
          id={`point-due-${attempt}`}
          type="date"
          label={words.cell.pointDue}
          hint={first.pointDue === null ? null : formats.weekdayAndDay(first.pointDue)}
          value={first.pointDue ?? ''}
          version={store.known(keyOf.mark(place))?.version ?? 0}
          onWrite={(day, since) => {
            onChange({ attempt, pointDue: day || null, since });
            return day;
          }}
        />
      ) : null}
      {first?.value != null && isDual ? (
        <ValueButtons
          label={words.cell.second}
          scale={offered.filter(({ numerator }) => numerator !== null)}
          bandOf={bandOf}
          uiWords={uiWords}
          current={second?.value ?? null}
          onChoose={(value) => onChange({ attempt, slot: 2, value: value === second?.value ? null : value })}
        />
      ) : null}
      {first?.value != null && !isDual ? (
        <Button kind="quiet" onClick={() => setDual(true)}>
          {words.cell.second}
        </Button>
      ) : null}
    </section>
  );
}

function CommentField({ journal, place, isFocused, onChange }: AttemptProps) {
  const { store, words } = journal;
  return (
    <TextArea
      id="mark-comment"
      label={words.cell.comment}
      hint={words.cell.commentHint}
      rows={2}
      maxLength={500}
      isFocused={isFocused}
      value={store.contentAt('mark', place)?.comment ?? ''}
      version={store.known(keyOf.mark(place))?.version ?? 0}
      onWrite={(text, since) => {
        const comment = oneLine(text);
        onChange({ attempt: place.attempt, comment, since });
        return comment ?? '';
      }}
    />
  );
}

function AttendanceFields({ journal, cell }: { journal: Journal; cell: Cell }) {
  const { store, acts, words, uiWords } = journal;
  void store.changes.value;
  const place = attendancePlace(cell.column, cell.student);
  const now: Contents['attendance'] = store.contentAt('attendance', place) ?? {
    fact: 'present',
    minutes: null,
  };
  const set = (fact: Contents['attendance']['fact'], minutes: number | null) =>
    journal.tell(acts.toggleAttendance([cell], fact, minutes), [cell], () => undefined);
  return (
    <section class="panel__part">
      <h3>{words.cell.attendance}</h3>
      <div class="values" role="group" aria-label={words.cell.attendance}>
        {(['absent', 'late', 'leftEarly', 'exempt', 'remote'] as const).map((fact) => (
          <button
            key={fact}
            type="button"
            class="value value--word"
            aria-pressed={now.fact === fact}
            onClick={() => set(fact, now.fact === fact ? now.minutes : null)}
          >
            {uiWords.attendanceWord[fact].split(',')[0]}
          </button>
        ))}
      </div>
      {now.fact === 'late' || now.fact === 'leftEarly' ? (
        <LineField
          id="late-minutes"
          label={words.cell.minutes}
          isNumber
          maxLength={3}
          value={now.minutes === null ? '' : String(now.minutes)}
          version={store.known(keyOf.attendance(place))?.version ?? 0}
          wrong={words.cell.minutesWrong}
          onWrite={(typed) => {
            const minutes = wholeNumber(typed, 1, 240);
            if (minutes === null && typed.trim() !== '') return null;
            if (minutes !== now.minutes) set(now.fact, minutes);
            return minutes === null ? '' : String(minutes);
          }}
        />
      ) : null}
    </section>
  );
}

function oneLine(text: string): string | null {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line === '' ? null : line;
}
