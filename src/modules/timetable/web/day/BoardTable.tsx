import { shortName } from '#modules/roster/person/rules.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { ChangeTag } from '#web/ui/ChangeTag.tsx';
import type { StaffLesson } from '../../lessons/contract.ts';
import { changeNote, changeTags, classNames, groupName } from '../names.ts';
import { timetableWords } from '../words.ts';
import type { BoardRow } from './board-rules.ts';

type BoardTableProps = {
  readonly rows: readonly BoardRow[];
  readonly onOpen: (lesson: StaffLesson) => void;
  /** What the button of a row does; null = its subject opens it. */
  readonly act?: string | null;
};

/** Lessons of a day as lines; cards on a phone. */
export function BoardTable({ rows, onOpen, act = null }: BoardTableProps) {
  const { columns } = useWords(timetableWords);
  return (
    <table class="board-table">
      <thead>
        <tr>
          <th scope="col">{columns.lesson}</th>
          <th scope="col">{columns.group}</th>
          <th scope="col">{columns.subject}</th>
          <th scope="col">{columns.change}</th>
          <th scope="col">{columns.room}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) =>
          row.lesson ? (
            <Line key={row.key} {...{ row, onOpen, act }} lesson={row.lesson} />
          ) : (
            <Gone key={row.key} row={row} />
          ),
        )}
      </tbody>
    </table>
  );
}

type LineProps = {
  readonly row: BoardRow;
  readonly lesson: StaffLesson;
  readonly onOpen: (lesson: StaffLesson) => void;
  readonly act: string | null;
};

function Line({ row: { instead }, lesson, onOpen, act }: LineProps) {
  const words = useWords(timetableWords);
  const formats = useFormats();
  const isOff = lesson.state === 'cancelled';
  const notes = [
    instead ? words.insteadOf(instead.subject.name) : null,
    ...lesson.changes.map((change) => (isOff ? null : changeNote(change, words, formats))),
  ].filter((note) => note !== null);
  const codes = [...(instead?.changes ?? []), ...lesson.changes].flatMap(({ reasonCode, note }) =>
    [reasonCode === null ? null : words.reasons[reasonCode], note].filter((part) => part !== null),
  );
  const times =
    lesson.starts !== null && lesson.ends !== null ? formats.times(lesson.starts, lesson.ends) : null;
  return (
    <tr>
      <td class="board-table__lesson">
        <b>{lesson.number}</b> <span class="quiet">{times}</span>
      </td>
      <td class="board-table__group">{groupName(lesson)}</td>
      <td class="board-table__subject">
        <button type="button" aria-haspopup="dialog" onClick={() => onOpen(lesson)}>
          {isOff ? <s>{lesson.subject.name}</s> : lesson.subject.name}
        </button>
      </td>
      <td class="board-table__change">
        <p class="board-table__tags">
          {changeTags(lesson).map((kind) => (
            <ChangeTag key={kind} kind={kind} />
          ))}
          {isOff ? null : <Teacher lesson={lesson} />}
        </p>
        {notes.length > 0 ? <p class="quiet">{notes.join('; ')}</p> : null}
        {codes.length > 0 ? <p class="quiet no-print">{[...new Set(codes)].join(' · ')}</p> : null}
        {act === null ? null : (
          <Button
            aria-label={`${act}: ${lesson.subject.name}, ${groupName(lesson)}`}
            onClick={() => onOpen(lesson)}
          >
            {act}
          </Button>
        )}
      </td>
      <td class="board-table__room">{isOff ? null : lesson.room?.name}</td>
    </tr>
  );
}

function Teacher({ lesson: { teacher, isTeacherAway } }: { lesson: StaffLesson }) {
  const words = useWords(timetableWords);
  if (!teacher) return <b class="board-table__alarm">{words.noTeacher}</b>;
  return (
    <span>
      {shortName(teacher)}
      {isTeacherAway ? <b class="board-table__alarm"> {words.away}</b> : null}
    </span>
  );
}

function Gone({ row: { moved } }: { row: BoardRow }) {
  const words = useWords(timetableWords);
  const formats = useFormats();
  if (!moved) return null;
  return (
    <tr>
      <td class="board-table__lesson">
        <b>{moved.number}</b>
      </td>
      <td class="board-table__group">{classNames(moved.classes)}</td>
      <td class="board-table__subject">
        <s>{moved.subject}</s>
      </td>
      <td class="board-table__change" colSpan={2}>
        <p class="board-table__tags">
          <ChangeTag kind="move" />
          {words.movedTo(formats.day(moved.toDate), words.lesson(moved.toNumber))}
        </p>
        {moved.reasonCode === null ? null : <p class="quiet no-print">{words.reasons[moved.reasonCode]}</p>}
      </td>
    </tr>
  );
}
