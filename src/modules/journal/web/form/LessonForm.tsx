import { useRef, useState } from 'preact/hooks';
import { Icon } from '#web/ui/Icon.tsx';
import { chevronLeft, chevronRight } from '#web/ui/icons.ts';
import { Select } from '#web/ui/Field.tsx';
import { averageText } from '../../marks/rules.ts';
import { CellContent } from '../grid/CellContent.tsx';
import { columnOf, todayColumn } from '../grid/control.ts';
import type { Journal } from '../page/journal.ts';
import { cellName, lockText } from '../page/names.ts';
import type { Column, Student } from '../store/model.ts';
import { isMember } from '../store/views.ts';
import { MarkPad } from './MarkPad.tsx';

/** One lesson, one student under the other: for a phone, a screen reader and large letters. */
export function LessonForm({ journal, lessonId }: { journal: Journal; lessonId: string | null }) {
  const { store, words } = journal;
  const model = store.model.value;
  const [workId, setWorkId] = useState(
    () => model.columns[columnOf(journal, lessonId) ?? todayColumn(journal) ?? 0]?.work.id ?? '',
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
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
      {student === null ? null : (
        <div class="pad-place">
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

type ChooserProps = {
  readonly journal: Journal;
  readonly column: Column;
  readonly onChoose: (workId: string) => void;
};

function LessonChooser({ journal, column, onChoose }: ChooserProps) {
  const { store, words, formats } = journal;
  const { columns } = store.model.value;
  const go = (step: number) => {
    const next = columns[column.index + step];
    if (next) onChoose(next.work.id);
  };
  const name = ({ lesson, work, span }: Column) =>
    [
      formats.day(lesson.date),
      lesson.starts,
      span > 1 || work.type?.isDefault === false ? (work.type?.abbr ?? null) : null,
    ]
      .filter((part) => part !== null)
      .join(', ');
  return (
    <div class="lesson-chooser">
      <button
        type="button"
        class="icon-button"
        aria-label={words.form.previous}
        disabled={column.index === 0}
        onClick={() => go(-1)}
      >
        <Icon path={chevronLeft} />
      </button>
      <Select
        id="form-lesson"
        label={words.form.lesson}
        value={column.work.id}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {columns.map((one) => (
          <option key={one.work.id} value={one.work.id}>
            {name(one)}
          </option>
        ))}
      </Select>
      <button
        type="button"
        class="icon-button"
        aria-label={words.form.next}
        disabled={column.index === columns.length - 1}
        onClick={() => go(1)}
      >
        <Icon path={chevronRight} />
      </button>
    </div>
  );
}

type LineProps = {
  readonly journal: Journal;
  readonly column: Column;
  readonly student: Student;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
};

function StudentLine({ journal, column, student, isChosen, onChoose }: LineProps) {
  const { store, words, uiWords } = journal;
  const view = store.cell(column, student).value;
  const average = averageText(store.row(student).value.weighted);
  const said = cellName(journal, column.work, view);
  return (
    <li>
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
    </li>
  );
}
