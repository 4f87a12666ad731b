import { useRoute } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { specialDayText, specialDayWords } from '#modules/timetable/words/special-day.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { chevronLeft, chevronRight } from '#web/ui/icons.ts';
import { EmptyNote, FaultNote } from '#web/ui/Notes.tsx';
import { PageHeader } from '#web/ui/staff/PageHeader.tsx';
import type { TeacherDay } from '../../teacher-day/contract.ts';
import { lessonAtHand } from '../../teacher-day/rules.ts';
import { dayOf, lessonAddress } from '../addresses.ts';
import { groupName } from '../page/names.ts';
import { DayDebts } from './DayDebts.tsx';
import { DayLessons } from './DayLessons.tsx';
import { useDay } from './use-day.ts';
import { dayWords } from './words.ts';
import './day.css';

/** `/day/:schoolId`: the lessons of a day, what is written of them, and what is left to do. */
export function DayPage() {
  const words = useWords(dayWords);
  const { params, query } = useRoute();
  const schoolId = Number(params['schoolId']);
  const { day, time, isFaulty, retry } = useDay(schoolId, query['date'] ?? null);
  useEffect(() => {
    document.title = words.title;
  }, [words.title]);
  if (day === null) {
    if (isFaulty)
      return <FaultNote action={<Button onClick={retry}>{words.retry}</Button>}>{words.fault}</FaultNote>;
    return <div class="staff-waiting" aria-busy="true" />;
  }
  return (
    <div class="day">
      <DayHead schoolId={schoolId} day={day} time={time} />
      {isFaulty ? (
        <FaultNote action={<Button onClick={retry}>{words.retry}</Button>}>{words.fault}</FaultNote>
      ) : null}
      <div class="day__columns">
        {day.lessons.length === 0 ? (
          <NoLessons day={day} />
        ) : (
          <DayLessons schoolId={schoolId} day={day} time={time} />
        )}
        <DayDebts schoolId={schoolId} day={day} />
      </div>
    </div>
  );
}

type DayProps = { readonly schoolId: number; readonly day: TeacherDay; readonly time: string };

function DayHead({ schoolId, day, time }: DayProps) {
  const words = useWords(dayWords);
  const formats = useFormats();
  const { date, today, previous, next, lessons } = day;
  const atHand = date === today ? lessonAtHand(lessons, time) : null;
  const given = lessons.filter(({ state }) => state === 'planned').length;
  const special = specialDayText(day, useWords(specialDayWords));
  const context = [
    formats.weekdayAndDay(date),
    day.off !== null && special !== null ? null : given === 0 ? words.noLessonsShort : words.lessons(given),
    special,
  ]
    .filter((part) => part !== null)
    .join(' · ');
  return (
    <PageHeader title={words.title} context={context}>
      <nav class="day__steps" aria-label={words.title}>
        <Step
          href={previous === null ? null : dayOf(schoolId, previous)}
          name={previous === null ? '' : words.previous(formats.weekdayAndDay(previous))}
          path={chevronLeft}
        />
        {date === today ? null : <ButtonLink href={dayOf(schoolId)}>{words.toToday}</ButtonLink>}
        <Step
          href={next === null ? null : dayOf(schoolId, next)}
          name={next === null ? '' : words.next(formats.weekdayAndDay(next))}
          path={chevronRight}
        />
      </nav>
      {atHand === null ? null : (
        <ButtonLink kind="primary" href={lessonAddress(schoolId, { ...atHand, date })}>
          {words.primary(atHand.starts, groupName(atHand))}
        </ButtonLink>
      )}
    </PageHeader>
  );
}

function Step({ href, name, path }: { href: string | null; name: string; path: string }) {
  if (href === null) {
    return (
      <span class="icon-button icon-button--off" aria-hidden="true">
        <Icon path={path} />
      </span>
    );
  }
  return (
    <a class="icon-button" href={href} aria-label={name} title={name}>
      <Icon path={path} />
    </a>
  );
}

/** Why the day is empty, and when lessons go on. */
function NoLessons({ day }: { day: TeacherDay }) {
  const { date, today, off, next } = day;
  const words = useWords(dayWords).empty;
  const special = specialDayText(day, useWords(specialDayWords));
  const formats = useFormats();
  const nextDay = next === null ? null : formats.weekdayAndDay(next);
  if (off !== null && special !== null) {
    const until = off.until !== null && off.until > date ? off.until : null;
    const title = until === null ? words.restDay(special) : words.rest(special, formats.day(until));
    return <EmptyNote title={title} text={nextDay === null ? words.noNext : words.restText(nextDay)} />;
  }
  return (
    <EmptyNote
      title={date === today ? words.titleToday : words.title}
      text={nextDay === null ? words.noNext : words.text(nextDay)}
    />
  );
}
