import type { ComponentChildren } from 'preact';
import { fullName } from '#modules/roster/person/rules.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { FactList } from '#web/ui/Sheet.tsx';
import { AttendanceChip } from '#web/ui/AttendanceChip.tsx';
import { MarkChip } from '#web/ui/MarkChip.tsx';
import { uiWords } from '#web/ui/ui-words.ts';
import type { DiaryLesson, DiaryMark } from '../../week/contract.ts';
import { marksByWork, type WorkMark } from '../../week/rules.ts';
import { changeNotes } from '../changes.ts';
import { chipFacts, markKey } from '../mark-facts.ts';
import { diaryWords } from '../words.ts';
import { Homework } from './Homework.tsx';
import type { Ticks } from './ticks.ts';

type LessonFactsProps = {
  readonly schoolId: number;
  readonly lesson: DiaryLesson;
  /** The subject this lesson stands in for. */
  readonly insteadOf: string | null;
  readonly timeZone: string;
  readonly ticks: Ticks;
};

/** «1-й урок, 08:30–09:15, кабинет 106» */
export function useLessonContext(): (lesson: DiaryLesson, date: string) => string {
  const words = useWords(diaryWords);
  const formats = useFormats();
  return (lesson, date) =>
    [
      formats.weekdayAndDay(date),
      words.lesson(lesson.number),
      lesson.starts !== null && lesson.ends !== null ? formats.times(lesson.starts, lesson.ends) : null,
      lesson.room === null ? null : words.room(lesson.room),
    ]
      .filter((part) => part !== null)
      .join(', ');
}

/** Everything the family may know of one lesson. */
export function LessonFacts({ schoolId, lesson, insteadOf, timeZone, ticks }: LessonFactsProps) {
  const words = useWords(diaryWords);
  const formats = useFormats();
  const notes = changeNotes({ ...lesson, insteadOf }, words, formats);
  const shared = { schoolId, timeZone, ticks };
  const facts: { name: string; value: ComponentChildren }[] = [];
  if (notes.length > 0) facts.push({ name: words.changes, value: notes.join('\n') });
  if (lesson.marks.length > 0) facts.push({ name: words.mark, value: <MarkFacts marks={lesson.marks} /> });
  if (lesson.attendance)
    facts.push({ name: words.attendance, value: <AttendanceFact {...lesson.attendance} /> });
  facts.push({
    name: words.due,
    value:
      lesson.due.length === 0 ? (
        <span class="quiet">{words.nothingDue}</span>
      ) : (
        lesson.due.map((one) => <Homework key={one.id} {...shared} homework={one} />)
      ),
  });
  if (lesson.topic !== null) facts.push({ name: words.topic, value: lesson.topic });
  if (lesson.given.length > 0) {
    facts.push({
      name: words.given,
      value: lesson.given.map((one) => <Homework key={one.id} {...shared} homework={one} isGiven />),
    });
  }
  if (lesson.teacher) facts.push({ name: words.teacher, value: fullName(lesson.teacher) });
  return <FactList facts={facts} />;
}

function MarkFacts({ marks }: { marks: readonly DiaryMark[] }) {
  return (
    <ul class="work-marks">
      {marksByWork(marks).map((one) => (
        <WorkMarkLine key={markKey(one.mark)} one={one} />
      ))}
    </ul>
  );
}

/** A chip with its kind, weight and the teacher's comment in words. */
export function WorkMarkLine({ one }: { one: WorkMark<DiaryMark> }) {
  const words = useWords(diaryWords);
  const formats = useFormats();
  const { mark, second, isReplaced } = one;
  const kind = [
    mark.workType,
    mark.weight === 1 ? null : words.weight(mark.weight),
    mark.attempt > 1 ? words.retake : null,
    isReplaced ? words.replacedByRetake : null,
    mark.pointDue === null ? null : words.handInBy(formats.day(mark.pointDue)),
  ];
  const texts = [mark.title, mark.comment, second?.comment ?? null].filter(
    (text) => text !== null && text !== '',
  );
  return (
    <li>
      <MarkChip {...chipFacts(one, formats.day)} />
      <div>
        <p>{kind.filter((part) => part !== null).join(', ')}</p>
        {texts.map((text) => (
          <p key={text} class="quiet">
            {text}
          </p>
        ))}
      </div>
    </li>
  );
}

function AttendanceFact(attendance: NonNullable<DiaryLesson['attendance']>) {
  const words = useWords(uiWords);
  const code = attendance.fact === 'absent' && attendance.reason ? attendance.reason : attendance.fact;
  return (
    <span class="attendance-fact">
      <AttendanceChip {...attendance} />
      <span aria-hidden="true">
        {words.attendanceWord[code]}
        {attendance.minutes === null ? null : `, ${words.minutes(attendance.minutes)}`}
      </span>
    </span>
  );
}
