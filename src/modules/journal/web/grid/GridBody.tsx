import { Icon } from '#web/ui/Icon.tsx';
import { warning } from '#web/ui/icons.ts';
import { markText } from '#web/ui/mark-names.ts';
import type { LockCode } from '../../marks/contract.ts';
import { averageText } from '../../marks/rules.ts';
import type { Journal } from '../page/journal.ts';
import { cellName, elsewhereText } from '../page/names.ts';
import type { Column, FinalColumn, PageModel, Student } from '../store/model.ts';
import { isMember } from '../store/views.ts';
import { CellContent } from './CellContent.tsx';
import { isMonthStart } from './GridHead.tsx';
import { cellLook } from './looks.ts';

type BodyProps = {
  readonly journal: Journal;
  readonly model: PageModel;
  /** By column. */
  readonly locks: readonly (LockCode | null)[];
};

export function GridBody({ journal, model, locks }: BodyProps) {
  return (
    <tbody>
      {model.students.map((student) => (
        <tr key={student.id} aria-rowindex={student.row + 2}>
          <StudentHead journal={journal} student={student} today={model.facts.today} />
          {model.columns.map((column) => (
            <WorkCell
              key={column.work.id}
              journal={journal}
              column={column}
              student={student}
              lock={locks[column.index] ?? null}
            />
          ))}
          {model.hasMarks ? <RowEnd journal={journal} model={model} student={student} /> : null}
        </tr>
      ))}
    </tbody>
  );
}

type StudentProps = { readonly journal: Journal; readonly student: Student; readonly today: string };

function StudentHead({ journal: { words, formats }, student, today }: StudentProps) {
  const isGone = !isMember(student, today);
  const note =
    student.endDate !== null && isGone
      ? words.grid.left(formats.day(student.endDate))
      : student.startDate > today
        ? words.grid.joined(formats.day(student.startDate))
        : null;
  return (
    <th
      class={isGone ? 'name is-gone' : 'name'}
      scope="row"
      aria-colindex={1}
      data-file-text={note === null ? student.name : `${student.name}, ${note}`}
      title={note ?? student.name}
    >
      <span class="name__number">{student.row + 1}</span>
      <span class="name__text">{student.name}</span>
      {note === null ? null : <span class="hidden-text">, {note}</span>}
    </th>
  );
}

type CellProps = {
  readonly journal: Journal;
  readonly column: Column;
  readonly student: Student;
  readonly lock: LockCode | null;
};

/** Follows its own signal: a change elsewhere does not touch it. */
function WorkCell({ journal, column, student, lock }: CellProps) {
  const { store, uiWords } = journal;
  const view = store.cell(column, student).value;
  const model = store.model.peek();
  const isOut = !isMember(student, column.lesson.date);
  const look = cellLook(column, student, model.facts.today);
  if (lock !== null && lock !== 'marks.noMarksHere') look.push('is-shut');
  if (column.isFirst && isMonthStart(column, model)) look.push('is-month');
  if (view.state !== null || view.marks.some(({ comment }) => comment !== null)) look.push('is-signed');
  const isEmpty = view.marks.length === 0 && view.attendance === null && view.state === null;
  return (
    <td
      class={look.join(' ')}
      data-row={student.row}
      data-column={column.index}
      aria-colindex={column.index + 2}
      {...readOnly(lock !== null || isOut)}
      aria-label={isEmpty ? undefined : cellName(journal, column.work, view)}
    >
      {isEmpty ? null : <CellContent view={view} uiWords={uiWords} />}
    </td>
  );
}

type EndProps = { readonly journal: Journal; readonly model: PageModel; readonly student: Student };

/** Averages and period marks of a row. */
function RowEnd({ journal, model, student }: EndProps) {
  const { weighted, plain, finals } = journal.store.row(student).value;
  const first = model.columns.length;
  const note = elsewhereText(journal, student);
  return (
    <>
      <EndCell student={student} column={first} name="end-1 end--strong" note={note}>
        {averageText(weighted) ?? ''}
      </EndCell>
      <EndCell student={student} column={first + 1} name="end-2" note={note}>
        {averageText(plain) ?? ''}
      </EndCell>
      {model.finals.map((column, at) => {
        const view = finals[at];
        return view === undefined ? null : (
          <td
            key={column.periodId + column.kind}
            class={`end end-${at + 3} end--final`}
            data-row={student.row}
            data-column={first + 2 + at}
            aria-colindex={first + 4 + at}
            {...readOnly(!model.facts.may.setFinalMarks || column.isLocked)}
            aria-label={finalName(journal, column, view)}
            title={view.isFarOff ? journal.words.grid.farOff : undefined}
          >
            <FinalContent journal={journal} view={view} />
          </td>
        );
      })}
    </>
  );
}

type EndCellProps = {
  readonly student: Student;
  readonly column: number;
  readonly name: string;
  /** What the average holds besides the marks of this page. */
  readonly note: string | null;
  readonly children: string;
};

function EndCell({ student, column, name, note, children }: EndCellProps) {
  return (
    <td
      class={`end ${name}`}
      data-row={student.row}
      data-column={column}
      aria-colindex={column + 2}
      {...readOnly(true)}
      title={note ?? undefined}
    >
      {children}
      {note === null ? null : (
        <>
          <i class="corner" />
          <span class="hidden-text">. {note}</span>
        </>
      )}
    </td>
  );
}

type Final = ReturnType<Journal['store']['row']>['value']['finals'][number];

function FinalContent({ journal: { store, uiWords }, view }: { journal: Journal; view: Final }) {
  const { value, proposed, isFarOff, state } = view;
  return (
    <>
      {value !== null ? (
        <span class={`chip chip--${store.model.value.bandOf(value) ?? 'none chip--word'}`}>
          {markText(uiWords, value)}
        </span>
      ) : proposed === null ? null : (
        <span class="proposed">{markText(uiWords, proposed)}</span>
      )}
      {isFarOff ? (
        <span class="far-off">
          <Icon path={warning} size={12} />
        </span>
      ) : null}
      {state === null ? null : <i class={`dot dot--${state}`} />}
    </>
  );
}

function finalName({ words, uiWords }: Journal, column: FinalColumn, view: Final): string {
  const parts = [
    column.name,
    view.value === null ? words.grid.noFinal : markText(uiWords, view.value),
    view.value === null && view.proposed !== null
      ? words.grid.proposed(markText(uiWords, view.proposed))
      : null,
    view.isFarOff ? words.grid.farOff : null,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

/** In a grid a cell may be closed to writing; the linter takes every `td` for a cell of a plain table. */
function readOnly(isClosed: boolean): { readonly 'aria-readonly'?: 'true' } {
  return isClosed ? { 'aria-readonly': 'true' } : {};
}
