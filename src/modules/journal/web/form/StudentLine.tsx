import { useMemo } from 'preact/hooks';
import { showToast } from '#web/ui/toasts.ts';
import { averageText } from '../../marks/rules.ts';
import { CellContent } from '../grid/CellContent.tsx';
import type { Journal } from '../page/journal.ts';
import { cellName } from '../page/names.ts';
import { attendancePlace } from '../store/acts.ts';
import type { Column, Student } from '../store/model.ts';
import { swipeLeft } from './swipe.ts';

type LineProps = {
  readonly journal: Journal;
  readonly column: Column;
  readonly student: Student;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
};

/** A touch chooses the student for the pad; «Н» stands beside, and a swipe to the left does the same. */
export function StudentLine({ journal, column, student, isChosen, onChoose }: LineProps) {
  const { store, words, uiWords } = journal;
  const view = store.cell(column, student).value;
  void store.changes.value;
  const average = averageText(store.row(student).value.weighted);
  const said = cellName(journal, column.work, view);
  const lock = store.lockOf(column.lesson, student);
  const isAbsent = store.contentAt('attendance', attendancePlace(column, student))?.fact === 'absent';
  const swipe = useMemo(
    () => swipeLeft(() => toggleAbsent(journal, column, student)),
    [journal, column, student],
  );
  return (
    <li class="pupil-line" {...swipe}>
      <button
        type="button"
        class="pupil"
        data-student={student.id}
        aria-pressed={isChosen}
        aria-label={`${student.row + 1}. ${student.name}: ${said === '' ? words.emptyCell : said}`}
        onClick={onChoose}
      >
        <span class="pupil__number">{student.row + 1}</span>
        <span class="pupil__name">{student.name}</span>
        {average === null ? null : <span class="pupil__average">{words.form.average(average)}</span>}
        <span class="pupil__cell">
          <CellContent view={view} uiWords={uiWords} />
        </span>
      </button>
      <button
        type="button"
        class="pupil-away"
        aria-pressed={isAbsent}
        aria-label={`${words.lesson.absent}: ${student.name}`}
        disabled={lock !== null && lock !== 'marks.noMarksHere'}
        onClick={() => toggleAbsent(journal, column, student)}
      >
        {uiWords.attendanceLetter.absent}
      </button>
    </li>
  );
}

/** «Н» on or off, with a way back for a thumb that slipped. */
function toggleAbsent(journal: Journal, column: Column, student: Student): void {
  const { acts, store, words } = journal;
  const cells = [{ column, student }];
  const place = attendancePlace(column, student);
  const toggle = () => {
    const result = acts.toggleAttendance(cells, 'absent');
    journal.tell(result, cells, () => undefined);
    return result.state === 'done';
  };
  if (!toggle()) {
    const said = journal.notice.peek();
    if (said) showToast(said.text);
    return;
  }
  const now = store.contentAt('attendance', place)?.fact ?? 'present';
  showToast(now === 'absent' ? words.form.away(student.name) : words.form.present(student.name), () => {
    // Somebody may have decided otherwise meanwhile.
    if ((store.contentAt('attendance', place)?.fact ?? 'present') === now) toggle();
  });
}
