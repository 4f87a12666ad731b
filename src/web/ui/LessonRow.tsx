import type { ComponentChildren } from 'preact';
import { useWords } from '../page-context.tsx';
import { unbroken } from '../typography.ts';
import { type ChangeKind, ChangeTag } from './ChangeTag.tsx';
import { Icon } from './Icon.tsx';
import { check, paperclip } from './icons.ts';
import { uiWords } from './ui-words.ts';

type LessonRowProps = {
  /** Zero is a number too; null = outside the timetable. */
  readonly number: number | null;
  /** `08:30` */
  readonly starts: string | null;
  readonly subject: string;
  /** What is due at this lesson. */
  readonly homework: string | null;
  readonly hasFiles?: boolean;
  /** All of the homework is ticked as done. */
  readonly isDone?: boolean;
  readonly change?: ChangeKind | null;
  /** Room, teacher or the reason of a change: one quiet line. */
  readonly note?: string | null;
  /** `MarkChip`s and an `AttendanceChip`. */
  readonly marks?: ComponentChildren;
  /** The lesson's own page; the whole row leads there. */
  readonly href?: string;
  readonly isNow?: boolean;
};

/** One lesson of a `DayCard`: gutter, margin line, subject with homework, marks. */
export function LessonRow(props: LessonRowProps) {
  const words = useWords(uiWords);
  const { number, starts, subject, homework, change, note, marks, href } = props;
  const isCancelled = change === 'cancellation';
  const look = ['lesson', isCancelled && 'lesson--cancelled', props.isNow && 'lesson--now'];
  const name = isCancelled ? <s>{subject}</s> : subject;
  return (
    <li class={look.filter(Boolean).join(' ')}>
      <div class="lesson__gutter">
        {number === null ? null : (
          <span class="lesson__number">
            <span aria-hidden="true">{number}</span>
            <span class="hidden-text">{words.lessonNumber(number)}</span>
          </span>
        )}
        {starts === null ? null : <span class="lesson__time">{starts}</span>}
      </div>
      <div class="lesson__body">
        <p class="lesson__subject">
          {href === undefined ? name : <a href={href}>{name}</a>}
          {change ? ' ' : null}
          {change ? <ChangeTag kind={change} /> : null}
        </p>
        {note ? <p class="lesson__note">{note}</p> : null}
        {homework === null ? null : (
          <p class="lesson__homework">
            {props.isDone ? <Icon path={check} size={15} name={words.done} /> : null}
            {props.hasFiles ? <Icon path={paperclip} size={15} name={words.hasFiles} /> : null}
            {unbroken(homework)}
          </p>
        )}
      </div>
      {marks ? <div class="lesson__marks">{marks}</div> : null}
    </li>
  );
}
