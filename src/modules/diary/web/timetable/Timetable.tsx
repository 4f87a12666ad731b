import { addDays, mondayOf } from '#modules/organisation/calendar/rules.ts';
import { shortName } from '#modules/roster/person/rules.ts';
import { specialDayText, specialDayWords } from '#modules/timetable/words/special-day.ts';
import { callUnlessKnown } from '#web/api.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { ChangeTag } from '#web/ui/ChangeTag.tsx';
import { WeekNav } from '#web/ui/Navigation.tsx';
import type { TimetableDay, TimetableLesson, TimetableWeek } from '../../timetable/contract.ts';
import { usualTime } from '../../timetable/rules.ts';
import { dayRows, isUnderWay, withoutDaysOff } from '../../week/rules.ts';
import { type DiaryPlace, timetableAddress } from '../addresses.ts';
import { changeKind, changeNotes } from '../changes.ts';
import { LiveLine } from '../LiveLine.tsx';
import { useLive } from '../live.ts';
import { useWeekKeys } from '../open-sheet.ts';
import { useSchoolTime } from '../school-time.ts';
import { diaryWords } from '../words.ts';
import { WeekNote } from '../week/WeekNote.tsx';

export type TimetableProps = { readonly place: DiaryPlace; readonly timetable: TimetableWeek };

/** The week's timetable: one day on a phone, a grid by lesson number on a wide screen. */
export function Timetable({ place, timetable: first }: TimetableProps) {
  const words = useWords(diaryWords);
  const formats = useFormats();
  const live = useLive({
    place,
    first,
    read: timetableReader(place, first.from),
    news: () => words.weekChanged,
  });
  const week = withoutDaysOff(live.shown);
  const time = useSchoolTime(week);
  useWeekKeys();
  const isThisWeek = mondayOf(week.today) === week.from;
  const days = shownDays(week);
  const numbers = lessonNumbers(week);
  const shown = days.find(({ date }) => date >= week.today) ?? days[0];
  const end = days.at(-1)?.date ?? addDays(week.from, 5);

  return (
    <div class="timetable-page">
      <WeekNav
        title={formats.days(week.from, end)}
        context={week.studyWeek === null ? null : words.studyWeek(week.studyWeek)}
        previous={neighbour(place, week, -7)}
        next={neighbour(place, week, 7)}
        current={isThisWeek ? null : timetableAddress(place)}
      />
      <WeekNote week={week} current={isThisWeek ? null : timetableAddress(place)} />
      {days.length === 0 ? null : (
        <div class={`timetable timetable--from-${numbers[0] === 0 ? 0 : 1}`} data-days={days.length}>
          <nav class="day-strip no-print" aria-label={words.days}>
            {days.map(({ date }, index) => (
              <a
                key={date}
                href={`#day-${index + 1}`}
                aria-label={formats.weekdayAndDay(date)}
                aria-current={date === week.today ? 'date' : undefined}
                class={date === shown?.date ? 'day-strip__focus' : undefined}
              >
                <span>{formats.weekdayShort(date)}</span>
                <b>{Number(date.slice(8))}</b>
              </a>
            ))}
          </nav>
          <ol class="timetable__bells" aria-hidden="true">
            {numbers.map((number) => {
              const bell = usualTime(
                week.days.flatMap((day) => day.lessons),
                week.bells,
                number,
              );
              return (
                <li key={number} class={`slot slot--${number}`}>
                  <b>{number}</b>
                  {bell ? (
                    <span>
                      {bell.starts}
                      <br />
                      {bell.ends}
                    </span>
                  ) : null}
                </li>
              );
            })}
          </ol>
          {days.map((day, index) => (
            <Day
              key={day.date}
              day={day}
              id={`day-${index + 1}`}
              isFirst={day.date === shown?.date}
              today={week.today}
              time={time}
            />
          ))}
        </div>
      )}
      <LiveLine live={live} asOf={week.asOf} timeZone={week.timeZone} />
    </div>
  );
}

type DayProps = {
  readonly day: TimetableDay;
  readonly id: string;
  /** Shown on a phone until another day is chosen. */
  readonly isFirst: boolean;
  readonly today: string;
  readonly time: string;
};

function Day({ day, id, isFirst, today, time }: DayProps) {
  const words = useWords(diaryWords);
  const formats = useFormats();
  const special = specialDayText(day, useWords(specialDayWords));
  const rows = dayRows(day.lessons);
  const numbers = [
    ...new Set([...rows.map(({ lesson }) => lesson.number), ...day.movedAway.flatMap(movedNumber)]),
  ];
  const look = [
    'timetable__day',
    isFirst && 'timetable__day--first',
    day.date === today && 'timetable__day--today',
  ];
  return (
    <section id={id} class={look.filter(Boolean).join(' ')} aria-labelledby={`${id}-name`}>
      <h2 class="timetable__name" id={`${id}-name`}>
        {formats.weekday(day.date)} <span class="timetable__date">{formats.day(day.date)}</span>
      </h2>
      {numbers.length === 0 ? (
        <p class="timetable__free quiet">{special ?? words.noLessons}</p>
      ) : special === null ? null : (
        <p class="timetable__special quiet">{special}</p>
      )}
      <ol>
        {numbers
          .toSorted((one, other) => one - other)
          .map((number) => {
            const here = rows.filter(({ lesson }) => lesson.number === number);
            const isNow =
              day.date === today &&
              here.some(({ lesson }) => lesson.state === 'planned' && isUnderWay(lesson, time));
            return (
              <li key={number} class={`slot slot--${number}${isNow ? ' slot--now' : ''}`}>
                <p class="slot__gutter">
                  <b>{number}</b>
                  <span>{here[0]?.lesson.starts}</span>
                  <span>{here[0]?.lesson.ends}</span>
                </p>
                <div class="slot__body">
                  {isNow ? <p class="slot__now">{words.now}</p> : null}
                  {here.map(({ lesson, instead }) => (
                    <Entry key={lesson.id} lesson={lesson} insteadOf={instead?.subject ?? null} />
                  ))}
                  {day.movedAway
                    .filter((moved) => moved.number === number)
                    .map((moved) => (
                      <div key={moved.lessonId} class="entry entry--off">
                        <p class="entry__subject">
                          <s>{moved.subject}</s> <ChangeTag kind="move" />
                        </p>
                        <p class="entry__note">
                          {[
                            words.movedTo(formats.day(moved.toDate)),
                            moved.reason && words.reason[moved.reason],
                          ]
                            .filter(Boolean)
                            .join(', ')}
                        </p>
                      </div>
                    ))}
                </div>
              </li>
            );
          })}
      </ol>
    </section>
  );
}

function Entry({ lesson, insteadOf }: { lesson: TimetableLesson; insteadOf: string | null }) {
  const words = useWords(diaryWords);
  const formats = useFormats();
  const change = changeKind(lesson);
  const isOff = change === 'cancellation';
  const notes = changeNotes({ ...lesson, teacher: null, insteadOf: null }, words, formats);
  const where = [
    lesson.room === null ? null : words.room(lesson.room),
    lesson.teacher ? shortName(lesson.teacher) : null,
  ].filter((part) => part !== null);
  return (
    <div class={change === null ? 'entry' : `entry entry--changed${isOff ? ' entry--off' : ''}`}>
      <p class="entry__subject">
        {insteadOf === null ? null : (
          <>
            <s>{insteadOf}</s>{' '}
          </>
        )}
        {isOff ? <s>{lesson.subject}</s> : lesson.subject}
        {change ? <ChangeTag kind={change} /> : null}
      </p>
      {isOff || where.length === 0 ? null : <p class="entry__where">{where.join(', ')}</p>}
      {notes.length > 0 ? <p class="entry__note">{notes.join('; ')}</p> : null}
    </div>
  );
}

function shownDays({ days }: TimetableWeek): TimetableDay[] {
  const isFull = ({ lessons, movedAway }: TimetableDay) => lessons.length + movedAway.length > 0;
  if (!days.some(isFull)) return [];
  return days.filter((day, index) => isFull(day) || index < 5);
}

/** Every lesson number of the week without gaps, so that the rows of all days agree. */
function lessonNumbers({ days }: TimetableWeek): number[] {
  const used = days.flatMap(({ lessons, movedAway }) => [
    ...lessons.map(({ number }) => number),
    ...movedAway.flatMap(movedNumber),
  ]);
  const first = Math.min(...used);
  const last = Math.max(...used);
  return used.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function movedNumber({ number }: TimetableDay['movedAway'][number]): number[] {
  return number === null ? [] : [number];
}

function neighbour(place: DiaryPlace, { from, year }: TimetableWeek, days: number): string | null {
  const monday = addDays(from, days);
  const isInYear = year !== null && addDays(monday, 6) >= year.startDate && monday <= year.endDate;
  return isInYear ? timetableAddress(place, monday) : null;
}

function timetableReader(place: DiaryPlace, from: string) {
  let etag: string | null = null;
  return async (signal: AbortSignal): Promise<TimetableWeek | null> => {
    const answer = await callUnlessKnown('GET /api/schools/{schoolId}/students/{studentId}/timetable', {
      params: { schoolId: place.schoolId, studentId: place.studentId },
      query: { from },
      ifNoneMatch: etag,
      signal,
    });
    if ('unchanged' in answer) return null;
    etag = answer.etag;
    return answer.reply;
  };
}
