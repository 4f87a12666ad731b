import type { ComponentChildren } from 'preact';
import { fileAddress } from '#modules/homework/files/rules.ts';
import { fullName } from '#modules/roster/person/rules.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { FileLink } from '#web/ui/FileLink.tsx';
import { LinkedText } from '#web/ui/LinkedText.tsx';
import { FactList } from '#web/ui/Sheet.tsx';
import { AttendanceChip } from '#web/ui/AttendanceChip.tsx';
import { MarkChip } from '#web/ui/MarkChip.tsx';
import { uiWords } from '#web/ui/ui-words.ts';
import type { DiaryHomework, DiaryLesson, DiaryMark } from '../../week/contract.ts';
import { marksByWork, type WorkMark } from '../../week/rules.ts';
import { changeNotes } from '../changes.ts';
import { chipFacts, markKey } from '../mark-facts.ts';
import { diaryWords } from '../words.ts';
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

type HomeworkProps = {
  readonly schoolId: number;
  readonly homework: DiaryHomework;
  readonly timeZone: string;
  readonly ticks: Ticks;
  readonly isGiven?: boolean;
};

function Homework({ ticks, ...props }: HomeworkProps) {
  const words = useWords(diaryWords);
  const formats = useFormats();
  const { text, minutes, publishedAt, dueDate, files } = props.homework;
  const publishedOn = dateIn(publishedAt, props.timeZone);
  const notes = [
    props.isGiven && dueDate !== null ? words.dueOn(formats.day(dueDate)) : null,
    minutes === null ? null : words.minutes(minutes),
    words.published(formats.day(publishedOn), formats.time(publishedAt, props.timeZone)),
  ].filter((part) => part !== null);
  return (
    <div class="homework">
      <LinkedText text={text} />
      {files.map((file) => (
        <FileLink key={file.id} {...file} href={fileAddress(props.schoolId, file.id)} />
      ))}
      <p class="quiet">{notes.join(', ')}</p>
      <Tick homework={props.homework} ticks={ticks} />
    </div>
  );
}

function Tick({ homework, ticks }: Pick<HomeworkProps, 'homework' | 'ticks'>) {
  const words = useWords(diaryWords);
  const isDone = ticks.isDone(homework);
  const { set } = ticks;
  if (set === null) return isDone ? <p class="homework__done">{words.doneByStudent}</p> : null;
  return (
    <>
      <label class="homework__tick">
        <input
          type="checkbox"
          checked={isDone}
          onChange={(event) => set(homework, event.currentTarget.checked)}
        />
        {words.done}
      </label>
      {ticks.failedId === homework.id ? <p role="alert">{words.tickFailed}</p> : null}
    </>
  );
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

/** The calendar date of a moment in a zone; `sv-SE` writes dates as ISO 8601 does. */
function dateIn(moment: string, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(moment));
}
