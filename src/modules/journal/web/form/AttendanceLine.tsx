import { Button } from '#web/ui/Button.tsx';
import { columnLock } from '../grid/looks.ts';
import type { Journal } from '../page/journal.ts';
import type { Column, Student } from '../store/model.ts';

type LineProps = {
  readonly journal: Journal;
  readonly column: Column;
  /** In the group on the lesson's day. */
  readonly students: readonly Student[];
};

/** Whether attendance was taken, and the one touch that takes it. */
export function AttendanceLine({ journal, column: { lesson }, students }: LineProps) {
  const { store, acts, words } = journal;
  void store.changes.value;
  const record = store.contentAt('record', { lessonId: lesson.id });
  const lock = columnLock(journal, lesson);
  const away = students.filter(
    ({ id }) => store.contentAt('attendance', { lessonId: lesson.id, studentId: id })?.fact === 'absent',
  ).length;
  if (record?.attendanceTaken === true) {
    return (
      <p class="attendance-line">
        {words.lesson.attendance}: {away === 0 ? words.form.allPresent : words.form.awayCount(away)}
      </p>
    );
  }
  if (lock !== null && lock !== 'marks.noMarksHere') return null;
  return (
    <p class="attendance-line">
      <span>
        {words.lesson.attendance}: {words.form.notTaken}
      </span>
      <Button
        onClick={() => acts.setRecord(lesson.id, { topic: record?.topic ?? null, attendanceTaken: true })}
      >
        {away === 0 ? words.lesson.allPresent : words.lesson.othersPresent}
      </Button>
    </p>
  );
}
