import { addDays, mondayOf } from '#modules/organisation/calendar/rules.ts';
import { callUnlessKnown } from '#web/api.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { WeekNav } from '#web/ui/Navigation.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import type { DiaryDay, DiaryWeek } from '../../week/contract.ts';
import { dayInFocus, dayRows, withoutDaysOff } from '../../week/rules.ts';
import { type DiaryPlace, startAddress, weekAddress } from '../addresses.ts';
import { useHydrated } from '../hydrated.ts';
import { LiveLine } from '../LiveLine.tsx';
import { useLive } from '../live.ts';
import { useOpenSheet, useWeekKeys } from '../open-sheet.ts';
import type { DiaryWords } from '../ru.ts';
import { useSchoolTime } from '../school-time.ts';
import { diaryWords } from '../words.ts';
import { DayStrip } from './DayStrip.tsx';
import { DiaryWeekDay } from './DiaryWeekDay.tsx';
import { LessonFacts, useLessonContext } from './LessonSheet.tsx';
import { NewestMarks } from './NewestMarks.tsx';
import { useTicks } from './ticks.ts';
import { useWeekNews } from './week-news.ts';
import { WeekNote } from './WeekNote.tsx';

export type WeekProps = {
  readonly place: DiaryPlace;
  readonly week: DiaryWeek;
  /** The lesson whose sheet the address names. */
  readonly lessonId: string | null;
  /** The reader is the student. */
  readonly mayTick: boolean;
};

/** The week of one student: the day a family looks for first, the newest marks, then the other days. */
export function Week({ place, week: first, lessonId, mayTick }: WeekProps) {
  const words = useWords(diaryWords);
  const formats = useFormats();
  const live = useLive({ place, first, read: weekReader(place, first.from), news: useWeekNews() });
  const week = withoutDaysOff(live.shown);
  const time = useSchoolTime(week);
  const isHydrated = useHydrated();
  const sheet = useOpenSheet('lesson', { first: lessonId, isHere: (id) => lessonIn(week, id) !== null });
  useWeekKeys();
  const ticks = useTicks(place, mayTick);

  const focus = dayInFocus({ ...week, time });
  const isThisWeek = mondayOf(week.today) === week.from;
  const days = shownDays(week);
  const open = sheet.openId === null ? null : lessonIn(week, sheet.openId);
  const lessonContext = useLessonContext();
  const last = days.at(-1)?.date ?? addDays(week.from, 5);
  const inFocus = days.filter(({ date }) => date === focus);

  const dayCard = (day: DiaryDay) => (
    <div key={day.date} class={dayLook(day, { focus, place: days.indexOf(day) + 1 })}>
      <DiaryWeekDay
        day={day}
        place={place}
        ticks={ticks}
        today={week.today}
        timeZone={week.timeZone}
        time={time}
        note={day.date === focus && focus === addDays(week.today, 1) ? words.tomorrow : null}
      />
    </div>
  );

  return (
    <div class={focus === null ? 'diary' : 'diary diary--focused'} onClick={sheet.follow}>
      {open && !isHydrated ? (
        <section class="diary__lesson">
          <h2>{open.lesson.subject}</h2>
          <p class="quiet">{lessonContext(open.lesson, open.date)}</p>
          <LessonFacts
            schoolId={place.schoolId}
            lesson={open.lesson}
            insteadOf={open.insteadOf}
            timeZone={week.timeZone}
            ticks={{ ...ticks, set: null }}
          />
          <a href={weekAddress(place, week.from)}>{words.close}</a>
        </section>
      ) : null}
      <NewestMarks place={place} marks={week.newestMarks} />
      {inFocus.map(dayCard)}
      <div class="diary__nav">
        <WeekNav
          title={formats.days(week.from, last)}
          context={week.studyWeek === null ? null : weekContext(week, words)}
          previous={neighbour(place, week, -7)}
          next={neighbour(place, week, 7)}
          current={isThisWeek ? null : startAddress(place)}
        />
        {days.length > 0 ? <DayStrip days={days} today={week.today} focus={focus} /> : null}
      </div>
      <WeekNote week={week} current={isThisWeek ? null : startAddress(place)} />
      {days.filter(({ date }) => date !== focus).map(dayCard)}
      <LiveLine live={live} asOf={week.asOf} timeZone={week.timeZone} />
      {isHydrated ? (
        <Sheet
          id="lesson"
          isOpen={open !== null}
          title={open?.lesson.subject ?? ''}
          context={open ? lessonContext(open.lesson, open.date) : null}
          onClose={sheet.close}
        >
          {open ? (
            <LessonFacts
              schoolId={place.schoolId}
              lesson={open.lesson}
              insteadOf={open.insteadOf}
              timeZone={week.timeZone}
              ticks={ticks}
            />
          ) : null}
        </Sheet>
      ) : null}
    </div>
  );
}

function dayLook(day: DiaryDay, { focus, place }: { focus: string | null; place: number }): string {
  const look = ['diary__day', `diary__day--${place}`];
  if (day.date === focus) look.push('diary__day--focus');
  if (day.date === focus && isFull(day)) look.push('diary__day--full');
  return look.join(' ');
}

/** Pixels between the newest marks and the bottom bar of a 360 × 640 screen, and what is put there. */
const phone = { room: 405, row: 53, line: 20, signs: 34, signsOfChip: 4, signsOfSubject: 20 };

/**
 * Would a phone's first screen cut the day off if everything had its lines? Reckoned by letters, as the
 * server cannot measure.
 */
function isFull({ lessons, due: ofDay }: DiaryDay): boolean {
  const height = lessons.reduce((sum, { subject, due, marks, attendance, changes }) => {
    const homework = due.map(({ text }) => text).join('; ').length;
    const signs = phone.signs - phone.signsOfChip * (marks.length + (attendance ? 1 : 0));
    const tagLine = changes.length > 0 && subject.length > phone.signsOfSubject ? 1 : 0;
    const noteLines = changes.length > 0 ? 2 : 0;
    const more = (homework > signs ? 1 : 0) + tagLine + noteLines;
    return sum + phone.row + more * phone.line;
  }, 0);
  return height + ofDay.length * (phone.row + 3 * phone.line) > phone.room;
}

/** «12-я учебная неделя · 30 уроков» */
function weekContext({ studyWeek, days }: DiaryWeek, words: DiaryWords): string {
  const held = days.flatMap(({ lessons }) => lessons).filter(({ state }) => state === 'planned');
  const week = words.studyWeek(studyWeek ?? 0);
  return held.length === 0 ? week : [week, words.lessons(held.length)].join(' · ');
}

/** Days that say something: a break or an empty week is one note, a free Sunday nothing at all. */
function shownDays({ days }: DiaryWeek): DiaryWeek['days'] {
  if (days.every(({ lessons }) => lessons.length === 0)) return days.filter(({ due }) => due.length > 0);
  return days.filter(({ lessons, due }, index) => lessons.length + due.length > 0 || index < 5);
}

function lessonIn({ days }: DiaryWeek, lessonId: string) {
  for (const { date, lessons } of days) {
    const lesson = lessons.find(({ id }) => id === lessonId);
    if (!lesson) continue;
    const row = dayRows(lessons).find((one) => one.lesson.id === lessonId);
    return { lesson, date, insteadOf: row?.instead?.subject ?? null };
  }
  return null;
}

/** The week before or after; null where the school year ends. */
function neighbour(place: DiaryPlace, { from, year }: DiaryWeek, days: number): string | null {
  const monday = addDays(from, days);
  const isInYear = year !== null && addDays(monday, 6) >= year.startDate && monday <= year.endDate;
  return isInYear ? weekAddress(place, monday) : null;
}

function weekReader(place: DiaryPlace, from: string) {
  let etag: string | null = null;
  return async (signal: AbortSignal): Promise<DiaryWeek | null> => {
    const answer = await callUnlessKnown('GET /api/schools/{schoolId}/students/{studentId}/diary', {
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
