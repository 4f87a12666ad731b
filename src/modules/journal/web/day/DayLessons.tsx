import { shortName } from '#modules/roster/person/rules.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { ChangeTag } from '#web/ui/ChangeTag.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { check } from '#web/ui/icons.ts';
import type { DayLesson, TeacherDay } from '../../teacher-day/contract.ts';
import { type Tick, dayRows, isEntered, nowIn, ticksOf } from '../../teacher-day/rules.ts';
import { lessonAddress } from '../addresses.ts';
import { groupName } from '../page/names.ts';
import type { DayWords } from './ru.ts';
import { dayWords } from './words.ts';

type DayProps = { readonly schoolId: number; readonly day: TeacherDay; readonly time: string };

/** The day from the first lesson to the last, with the line of now. */
export function DayLessons({ schoolId, day, time }: DayProps) {
  const words = useWords(dayWords);
  const formats = useFormats();
  const rows = dayRows(day.lessons);
  const moment = { date: day.date, today: day.today, time };
  const now = nowIn(rows, moment);
  return (
    <ol class="day__lessons" aria-label={words.listName}>
      {rows.flatMap((row, at) => {
        const share = now?.row === at ? now.share : null;
        return [
          now?.row === at && share === null ? (
            <li key="now" class="day__now">
              <span aria-hidden="true">{words.now(time)}</span>
              <span class="hidden-text">{words.nowLong(time)}</span>
            </li>
          ) : null,
          row.kind === 'free' ? (
            <li key={row.from} class="day__free">
              <NowLine share={share} time={time} />
              {words.free(formats.times(row.from, row.until))}
            </li>
          ) : (
            <Lesson key={row.lesson.id} {...{ schoolId, moment, share }} lesson={row.lesson} />
          ),
        ];
      })}
    </ol>
  );
}

/** The line of now across the gutter of what goes on, at its place. */
function NowLine({ share, time }: { share: number | null; time: string }) {
  const words = useWords(dayWords);
  if (share === null) return null;
  return (
    <span class="now-line" style={{ '--share': share.toFixed(3) }}>
      <span class="hidden-text">{words.nowLong(time)}</span>
    </span>
  );
}

type LessonProps = {
  readonly schoolId: number;
  readonly lesson: DayLesson;
  readonly moment: { readonly date: string; readonly today: string; readonly time: string };
  /** How much of it is over, while it goes on. */
  readonly share: number | null;
};

function Lesson({ schoolId, lesson, moment, share }: LessonProps) {
  const words = useWords(dayWords);
  const formats = useFormats();
  const { starts, ends, state, part } = lesson;
  const isOn = share !== null;
  const place = { ...lesson, date: moment.date };
  const title = groupName(lesson);
  return (
    <li class={lookOf(lesson, isOn)}>
      <NowLine share={share} time={moment.time} />
      <span class="day-lesson__time">
        <b>{lesson.number}</b>
        {starts && ends ? <span>{formats.times(starts, ends)}</span> : null}
      </span>
      <div class="day-lesson__text">
        <a class="day-lesson__title" href={lessonAddress(schoolId, place)}>
          <b>{title}</b> <span>{lesson.subject}</span>
        </a>
        <p class="day-lesson__facts">
          {isOn ? <span class="day-lesson__on">{words.isOn}</span> : null}
          {lesson.room === null ? null : <span>{words.room(lesson.room)}</span>}
          {state === 'cancelled' ? <ChangeTag kind="cancellation" /> : null}
          {lesson.reason === null ? null : <span>{words.reasons[lesson.reason]}</span>}
          {state === 'planned' && part !== 'own' ? <ChangeTag kind="substitution" /> : null}
          {state === 'planned' && lesson.isMoved ? <ChangeTag kind="move" /> : null}
          {state === 'planned' && part !== 'own' ? <span>{colleagueWords(words, lesson)}</span> : null}
        </p>
        {isEntered(lesson) ? (
          <ul class="day-ticks" aria-label={words.ticks.name(`${title}, ${words.number(lesson.number)}`)}>
            {ticksOf(lesson, moment).map((tick) => (
              <li key={tick.kind}>
                <a
                  class={`day-tick is-${tick.state}`}
                  href={lessonAddress(schoolId, place, tick.kind !== 'marks')}
                >
                  {tick.state === 'done' ? (
                    <Icon path={check} size={14} name={words.ticks.done} />
                  ) : (
                    <i role="img" aria-label={words.ticks.open} />
                  )}
                  {tickWord(words.ticks, tick, lesson)}
                </a>
              </li>
            ))}
          </ul>
        ) : (
          <p class="quiet">{state === 'cancelled' ? words.cancelled : words.coveredText}</p>
        )}
      </div>
    </li>
  );
}

function lookOf({ state, part }: DayLesson, isOn: boolean): string {
  if (state === 'cancelled') return 'day-lesson is-cancelled';
  if (part === 'covered') return 'day-lesson is-covered';
  return isOn ? 'day-lesson is-on' : 'day-lesson';
}

function colleagueWords(words: DayWords, { part, colleague }: DayLesson): string {
  if (colleague === null) return words.standsInUnknown;
  return part === 'standsIn' ? words.standsIn(shortName(colleague)) : words.covered(shortName(colleague));
}

function tickWord(words: DayWords['ticks'], { kind, state, missing }: Tick, lesson: DayLesson): string {
  if (kind === 'topicAndHomework') {
    const said = words.topicAndHomework;
    if (state === 'done') return said.done;
    if (missing.length === 2) return state === 'later' ? said.later : said.both;
    return missing.includes('topic') ? said.topic : said.homework;
  }
  if (state !== 'done') return words[kind][state];
  return kind === 'marks'
    ? words.marksDone(lesson.marked, lesson.students)
    : words.attendanceDone(lesson.away);
}
