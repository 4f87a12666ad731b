import { markText } from '#web/ui/mark-names.ts';
import { wholeValues } from '../../final-marks/rules.ts';
import type { Journal } from '../page/journal.ts';
import { attendancePlace, type ActResult, type Cell } from '../store/acts.ts';

type PadProps = {
  readonly journal: Journal;
  readonly cell: Cell;
  /** After a mark: the next student. */
  readonly onNext: () => void;
};

/** A longer scale is typed behind «Ещё». */
const mostKeys = 12;

/** Large keys under the thumb: 5 4 3 2, «Н», «О», the rest behind «Ещё». */
export function MarkPad({ journal, cell, onNext }: PadProps) {
  const { store, acts, words, uiWords } = journal;
  const { student, column } = cell;
  const { offered, bandOf, hasMarks } = store.model.value;
  const view = store.cell(column, student).value;
  const current = view.marks.at(-1)?.value ?? null;
  const presence = store.contentAt('attendance', attendancePlace(column, student))?.fact ?? 'present';
  const whole = wholeValues(offered);
  const values = whole.length > mostKeys ? [] : whole.map(String);
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
        ? values.map((code) => (
            <button
              key={code}
              type="button"
              class={`value chip--${bandOf(code) ?? 'none'}`}
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
