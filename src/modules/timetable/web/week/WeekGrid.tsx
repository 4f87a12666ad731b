import { useState } from 'preact/hooks';
import { shortName } from '#modules/roster/person/rules.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { ChangeTag } from '#web/ui/ChangeTag.tsx';
import type { MovedLesson, StaffLesson } from '../../lessons/contract.ts';
import type { StaffDay, StaffWeek } from '../../week/contract.ts';
import type { Lens } from '../addresses.ts';
import { changeNote, changeTags, classNames, groupName, partOfClass } from '../names.ts';
import { specialDayText, specialDayWords } from '../../words/special-day.ts';
import { timetableWords } from '../words.ts';
import { firstDay, lessonNumbers, shownDays, slotLessons, usualTimes } from './grid-rules.ts';

type WeekGridProps = {
  readonly week: StaffWeek;
  readonly lens: Lens;
  readonly onOpen: (lesson: StaffLesson) => void;
};

/** The week as a table, a column for each day; on a phone the column of one day, chosen above it. */
export function WeekGrid({ week, lens, onOpen }: WeekGridProps) {
  const words = useWords(timetableWords);
  const special = useWords(specialDayWords);
  const formats = useFormats();
  const days = shownDays(week);
  const numbers = lessonNumbers(week);
  const [chosen, choose] = useState(() => firstDay(days, week.today));
  return (
    <>
      <div class="day-choice no-print" role="group" aria-label={words.days}>
        {days.map(({ date }) => (
          <button
            key={date}
            type="button"
            aria-pressed={date === chosen}
            aria-label={formats.weekdayAndDay(date)}
            onClick={() => choose(date)}
          >
            <span>{formats.weekdayShort(date)}</span>
            <b>{Number(date.slice(8))}</b>
          </button>
        ))}
      </div>
      <div class="week-grid__frame">
        <table class="week-grid" data-days={days.length}>
          <thead>
            <tr>
              <th scope="col" class="week-grid__corner">
                <span class="hidden-text">{words.lessonColumn}</span>
              </th>
              {days.map((day) => {
                const { date } = day;
                const text = specialDayText(day, special);
                return (
                  <th key={date} scope="col" class={dayLook(date, { chosen, today: week.today })}>
                    <span class="week-grid__day">{formats.weekday(date)}</span>{' '}
                    <span class="week-grid__date">{formats.day(date)}</span>
                    {text === null ? null : <span class="week-grid__off">{text}</span>}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {numbers.map((number) => {
              const times = usualTimes(week, number);
              return (
                <tr key={number}>
                  <th scope="row">
                    <b>{number}</b>
                    {times ? (
                      <span>
                        {times.starts}
                        <br />
                        {times.ends}
                      </span>
                    ) : null}
                  </th>
                  {days.map((day) => (
                    <Slot
                      key={day.date}
                      day={day}
                      number={number}
                      look={dayLook(day.date, { chosen, today: week.today })}
                      {...{ times, lens, onOpen }}
                    />
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

function dayLook(date: string, { chosen, today }: { chosen: string | null; today: string }): string {
  return [date === chosen && 'is-chosen', date === today && 'is-today'].filter(Boolean).join(' ');
}

type SlotProps = Pick<WeekGridProps, 'lens' | 'onOpen'> & {
  readonly day: StaffDay;
  readonly number: number;
  readonly look: string;
  readonly times: { readonly starts: string; readonly ends: string } | null;
};

function Slot({ day, number, look, ...rest }: SlotProps) {
  const rows = slotLessons(day, number);
  const gone = day.movedAway.filter((moved) => moved.number === number);
  const isMany = rows.length + gone.length > 1;
  return (
    <td class={look}>
      {rows.length + gone.length === 0 ? null : (
        <div class={isMany ? 'slot-lessons slot-lessons--many' : 'slot-lessons'}>
          {rows.map(({ lesson, instead }) => (
            <Entry key={lesson.id} lesson={lesson} instead={instead} isMany={isMany} {...rest} />
          ))}
          {gone.map((moved) => (
            <Gone key={moved.lessonId} moved={moved} lens={rest.lens} />
          ))}
        </div>
      )}
    </td>
  );
}

type EntryProps = Pick<SlotProps, 'lens' | 'onOpen' | 'times'> & {
  readonly lesson: StaffLesson;
  readonly instead: StaffLesson | null;
  readonly isMany: boolean;
};

function Entry({ lesson, instead, isMany, lens, times, onOpen }: EntryProps) {
  const words = useWords(timetableWords);
  const formats = useFormats();
  const isOff = lesson.state === 'cancelled';
  const tags = changeTags(lesson);
  const subject = isMany ? lesson.subject.shortName : lesson.subject.name;
  const ownTimes =
    lesson.starts !== null && lesson.ends !== null && times !== null && lesson.starts !== times.starts
      ? formats.times(lesson.starts, lesson.ends)
      : null;
  const notes = lesson.changes.flatMap((change) => changeNote(change, words, formats) ?? []);
  return (
    <button
      type="button"
      class={`week-lesson${tags.length > 0 ? ' is-changed' : ''}${isOff ? ' is-off' : ''}`}
      aria-haspopup="dialog"
      onClick={() => onOpen(lesson)}
    >
      <span class="week-lesson__subject" title={lesson.subject.name}>
        {instead ? <s>{instead.subject.shortName}</s> : null}
        {instead ? ' ' : null}
        {isOff ? <s>{subject}</s> : subject}
      </span>
      {tags.length > 0 ? (
        <span class="week-lesson__tags">
          {tags.map((kind) => (
            <ChangeTag key={kind} kind={kind} />
          ))}
        </span>
      ) : null}
      <span class="week-lesson__where">
        {whereParts(lesson, lens, words).map((part) => (
          <span key={part}>{part}</span>
        ))}
        {!isOff && lens !== 'teacher' ? <Teacher lesson={lesson} /> : null}
      </span>
      {ownTimes === null ? null : <span class="week-lesson__where">{ownTimes}</span>}
      {!isOff && notes.length > 0 ? <span class="week-lesson__note">{notes.join('; ')}</span> : null}
    </button>
  );
}

/** What the lens does not say already. */
function whereParts(lesson: StaffLesson, lens: Lens, words: (typeof timetableWords)['ru']): string[] {
  const group = lens === 'class' ? partOfClass(lesson) : groupName(lesson);
  const room =
    lens === 'room' || lesson.room === null || lesson.state === 'cancelled'
      ? null
      : words.room(lesson.room.name);
  return [group, room].filter((part) => part !== null);
}

function Teacher({ lesson: { teacher, isTeacherAway } }: { lesson: StaffLesson }) {
  const words = useWords(timetableWords);
  if (!teacher) return <b class="week-lesson__alarm">{words.noTeacher}</b>;
  return (
    <span>
      {shortName(teacher)}
      {isTeacherAway ? <b class="week-lesson__alarm"> {words.away}</b> : null}
    </span>
  );
}

function Gone({ moved, lens }: { moved: MovedLesson; lens: Lens }) {
  const words = useWords(timetableWords);
  const formats = useFormats();
  return (
    <div class="week-lesson is-off">
      <span class="week-lesson__subject">
        <s>{moved.subject}</s>
      </span>
      <span class="week-lesson__tags">
        <ChangeTag kind="move" />
      </span>
      {lens === 'class' ? null : <span class="week-lesson__where">{classNames(moved.classes)}</span>}
      <span class="week-lesson__note">
        {words.movedTo(formats.day(moved.toDate), words.lesson(moved.toNumber))}
      </span>
    </div>
  );
}
