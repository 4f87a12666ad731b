import { Button } from '#web/ui/Button.tsx';
import type { AttendanceFact } from '../../attendance/contract.ts';
import type { PageLesson } from '../../pages/contract.ts';
import type { Journal } from '../page/journal.ts';
import { isMember } from '../store/views.ts';

type AttendanceProps = {
  readonly journal: Journal;
  readonly lesson: PageLesson;
  readonly isClosed: boolean;
};

/** «All present» is said, not guessed: an empty list alone would mean «not taken». */
export function LessonAttendance({ journal, lesson, isClosed }: AttendanceProps) {
  const { store, acts, words } = journal;
  void store.changes.value;
  const model = store.model.value;
  const record = store.contentAt('record', { lessonId: lesson.id });
  const column = model.columns.find(({ lesson: { id } }) => id === lesson.id);
  const students = model.students.filter((student) => isMember(student, lesson.date));
  const factOf = (studentId: string): AttendanceFact =>
    store.contentAt('attendance', { lessonId: lesson.id, studentId })?.fact ?? 'present';
  const away = students.filter(({ id }) => factOf(id) === 'absent').length;
  const isTaken = record?.attendanceTaken === true;
  return (
    <section class="panel__part">
      <h3>{words.lesson.attendance}</h3>
      <p class="panel__row">
        <span class={isTaken ? '' : 'quiet'}>
          {!isTaken
            ? words.lesson.notTaken
            : away === 0
              ? words.lesson.takenAll
              : words.lesson.takenAway(away)}
        </span>
        {isTaken || isClosed ? null : (
          <Button
            onClick={() => acts.setRecord(lesson.id, { topic: record?.topic ?? null, attendanceTaken: true })}
          >
            {away === 0 ? words.lesson.allPresent : words.lesson.othersPresent}
          </Button>
        )}
      </p>
      <ul class="presence">
        {students.map((student) => {
          const fact = factOf(student.id);
          return (
            <li key={student.id}>
              <span>{student.name}</span>
              {(['absent', 'late'] as const).map((asked) => (
                <button
                  key={asked}
                  type="button"
                  class="value value--word"
                  aria-pressed={fact === asked}
                  aria-label={`${words.lesson[asked]}: ${student.name}`}
                  disabled={isClosed || column === undefined}
                  onClick={() => {
                    if (!column) return;
                    const cells = [{ column, student }];
                    journal.tell(acts.toggleAttendance(cells, asked), cells, () => undefined);
                  }}
                >
                  {words.lesson[asked]}
                </button>
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
