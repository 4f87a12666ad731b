import { specialDayText, specialDayWords } from '#modules/timetable/words/special-day.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { AttendanceChip } from '#web/ui/AttendanceChip.tsx';
import { DayCard } from '#web/ui/DayCard.tsx';
import { LessonRow } from '#web/ui/LessonRow.tsx';
import { MarkChip } from '#web/ui/MarkChip.tsx';
import type { DiaryDay, DiaryLesson } from '../../week/contract.ts';
import { type DayRow, dayRows, isUnderWay, marksByWork } from '../../week/rules.ts';
import { type DiaryPlace, lessonAddress } from '../addresses.ts';
import { changeKind, changeNotes } from '../changes.ts';
import { chipFacts, markKey } from '../mark-facts.ts';
import { diaryWords } from '../words.ts';
import { Homework } from './Homework.tsx';
import type { Ticks } from './ticks.ts';

type DiaryWeekDayProps = {
  readonly day: DiaryDay;
  readonly place: DiaryPlace;
  readonly ticks: Ticks;
  readonly today: string;
  readonly timeZone: string;
  /** `HH:MM` at the school. */
  readonly time: string;
  /** Beside the date of the day in focus. */
  readonly note?: string | null;
};

/** One day of the diary; its lessons lead to their sheets. */
export function DiaryWeekDay({ day, place, ticks, today, timeZone, time, note }: DiaryWeekDayProps) {
  const words = useWords(diaryWords);
  const special = specialDayText(day, useWords(specialDayWords));
  const rows = dayRows(day.lessons);
  const isToday = day.date === today;
  const notes = rows.length === 0 ? [special ?? words.noLessons] : [note, special];
  return (
    <DayCard date={day.date} isToday={isToday} note={notes.filter(Boolean).join(' · ') || null}>
      {rows.map((row) => (
        <DiaryRow
          key={row.lesson.id}
          row={row}
          ticks={ticks}
          href={lessonAddress(place, { id: row.lesson.id, date: day.date })}
          isNow={isToday && row.lesson.state === 'planned' && isUnderWay(row.lesson, time)}
        />
      ))}
      {day.due.map((homework) => (
        <li key={homework.id} class="lesson">
          <div class="lesson__gutter" />
          <div class="lesson__body">
            <p class="lesson__subject">{homework.subject}</p>
            <p class="lesson__note">{words.dueThisDay}</p>
            <Homework schoolId={place.schoolId} homework={homework} timeZone={timeZone} ticks={ticks} />
          </div>
        </li>
      ))}
    </DayCard>
  );
}

type DiaryRowProps = {
  readonly row: DayRow<DiaryLesson>;
  readonly ticks: Ticks;
  readonly href: string;
  readonly isNow: boolean;
};

function DiaryRow({ row: { lesson, instead }, ticks, href, isNow }: DiaryRowProps) {
  const words = useWords(diaryWords);
  const formats = useFormats();
  const homework = lesson.due.map(({ text }) => text).join('; ');
  const notes = changeNotes({ ...lesson, insteadOf: instead?.subject ?? null }, words, formats);
  return (
    <LessonRow
      number={lesson.state === 'retired' ? null : lesson.number}
      starts={lesson.starts}
      subject={lesson.subject}
      homework={homework === '' || lesson.state === 'cancelled' ? null : homework}
      hasFiles={lesson.due.some(({ files }) => files.length > 0)}
      isDone={lesson.due.every(ticks.isDone)}
      change={changeKind(lesson)}
      note={notes.length > 0 ? notes.join('; ') : null}
      href={href}
      isNow={isNow}
      marks={lesson.marks.length > 0 || lesson.attendance ? <RowMarks lesson={lesson} /> : null}
    />
  );
}

function RowMarks({ lesson: { marks, attendance } }: { lesson: DiaryLesson }) {
  const formats = useFormats();
  return (
    <>
      {attendance ? <AttendanceChip {...attendance} /> : null}
      {marksByWork(marks).map((one) => (
        <MarkChip key={markKey(one.mark)} {...chipFacts(one, formats.day)} />
      ))}
    </>
  );
}
