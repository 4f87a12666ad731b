import { markBand, markText } from '#web/ui/mark-names.ts';
import type { Journal } from '../page/journal.ts';
import { attendancePlace, type ActResult, type Cell } from '../store/acts.ts';

type PadProps = {
  readonly journal: Journal;
  readonly cell: Cell;
  /** After a mark: the next student. */
  readonly onNext: () => void;
};

/** Large keys under the thumb: 5 4 3 2, «Н», «О», the rest behind «Ещё». */
export function MarkPad({ journal, cell, onNext }: PadProps) {
  const { store, acts, words, uiWords } = journal;
  const { student, column } = cell;
  const { facts, hasMarks } = store.model.value;
  const view = store.cell(column, student).value;
  const current = view.marks.at(-1)?.value ?? null;
  const presence = store.contentAt('attendance', attendancePlace(column, student))?.fact ?? 'present';
  const values = facts.scale
    .filter(({ code }) => /^[2-5]$/.test(code))
    .toSorted((a, b) => (a.code < b.code ? 1 : -1));
  const perform = (act: () => ActResult, isMark: boolean) => {
    const again = () => {
      const result = act();
      journal.tell(result, [cell], again);
      if (isMark && result.state === 'done') onNext();
    };
    again();
  };
  return (
    <div class="pad" role="group" aria-label={words.form.pad(student.name)}>
      <p class="pad__name" aria-hidden="true">
        {student.name}
      </p>
      {hasMarks
        ? values.map(({ code }) => (
            <button
              key={code}
              type="button"
              class={`value chip--${markBand(code) ?? 'none'}`}
              aria-pressed={current === code}
              aria-label={uiWords.mark(code)}
              onClick={() => perform(() => acts.setMark([cell], code), true)}
            >
              {markText(uiWords, code)}
            </button>
          ))
        : null}
      {(['absent', 'late'] as const).map((fact) => (
        <button
          key={fact}
          type="button"
          class="value"
          aria-pressed={presence === fact}
          aria-label={uiWords.attendanceWord[fact]}
          onClick={() => perform(() => acts.toggleAttendance([cell], fact), false)}
        >
          {uiWords.attendanceLetter[fact]}
        </button>
      ))}
      <button
        type="button"
        class="value value--word"
        onClick={() => journal.open({ kind: 'cell', cell, at: 'panel' })}
      >
        {words.form.more}
      </button>
      <button type="button" class="value value--word" onClick={() => journal.turnBack('undo')}>
        {words.form.undo}
      </button>
    </div>
  );
}
