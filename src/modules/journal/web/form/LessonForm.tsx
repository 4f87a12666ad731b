import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useToastsAbove } from '#web/ui/toasts-above.ts';
import { columnOf, todayColumn } from '../grid/control.ts';
import type { Journal } from '../page/journal.ts';
import { lockText } from '../page/names.ts';
import type { Student } from '../store/model.ts';
import { isMember } from '../store/views.ts';
import { AttendanceLine } from './AttendanceLine.tsx';
import { LessonChooser } from './LessonChooser.tsx';
import { MarkPad } from './MarkPad.tsx';
import { StudentLine } from './StudentLine.tsx';

type FormProps = {
  readonly journal: Journal;
  /** Where a link leads; null = the lesson that is on. */
  readonly lessonId: string | null;
  /** Under the list: other periods, where the page's head has no place for them. */
  readonly foot: ComponentChildren;
};

/** One lesson, one student under the other: for a phone, a screen reader and large letters. */
export function LessonForm({ journal, lessonId, foot }: FormProps) {
  const { store, words } = journal;
  const model = store.model.value;
  const [workId, setWorkId] = useState(
    () => model.columns[columnOf(journal, lessonId) ?? todayColumn(journal) ?? 0]?.work.id ?? '',
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const padRef = useToastsAbove();
  const column = model.columns.find(({ work }) => work.id === workId) ?? model.columns.at(-1);
  if (column === undefined) return null;
  const students = model.students.filter((student) => isMember(student, column.lesson.date));
  const student = students.find(({ id }) => id === chosen) ?? null;
  const choose = (next: Student | undefined) => {
    forgetNotice(journal);
    setChosen(next?.id ?? null);
    if (next)
      list.current?.querySelector(`[data-student="${next.id}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const lock = student === null ? null : store.lockOf(column.lesson, student);
  return (
    <div class="lesson-form">
      <LessonChooser journal={journal} column={column} onChoose={setWorkId} />
      <AttendanceLine journal={journal} column={column} students={students} />
      <ul class="pupils" ref={list}>
        {students.map((one) => (
          <StudentLine
            key={one.id}
            journal={journal}
            column={column}
            student={one}
            isChosen={one.id === student?.id}
            onChoose={() => choose(one)}
          />
        ))}
      </ul>
      {foot}
      {student === null ? null : (
        <div class="pad-place" ref={padRef}>
          <NoticeLine journal={journal} />
          {lock === null || lock === 'marks.noMarksHere' ? (
            <MarkPad
              journal={journal}
              cell={{ column, student }}
              onNext={() => choose(students[students.indexOf(student) + 1])}
            />
          ) : (
            <p class="panel__lock">{lockText(words, lock, store)}</p>
          )}
        </div>
      )}
    </div>
  );
}

function forgetNotice({ notice }: Journal): void {
  notice.value = null;
}

/** What happened, or why nothing did; it is spoken by the page's live region. */
function NoticeLine({ journal: { notice } }: { journal: Journal }) {
  const said = notice.value;
  if (said === null) return null;
  return <p class={said.isFault ? 'cell-line__text is-fault' : 'cell-line__text'}>{said.text}</p>;
}
