import { useContext } from 'preact/hooks';
import type { Problem } from '#web/api.ts';
import { PageContext, useFormats, useWords } from '#web/page-context.tsx';
import { problemText } from '#web/problem-words.ts';
import { Button } from '#web/ui/Button.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import type { NewClash } from '../../changes/clash-rules.ts';
import { timetableWords } from '../words.ts';

type Standing = {
  readonly state?: string;
  readonly date: string;
  readonly number: number;
  readonly teacher?: string | null;
  readonly room?: string | null;
};

type RefusedProps = {
  readonly problem: Problem;
  /** The lesson a refusal is about, where the act has several. */
  readonly lessonName?: (lessonId: string) => string | null;
  /** Does it with its clashes. */
  readonly onAnyway: () => void;
  /** Reads anew what somebody else has changed. */
  readonly onShowNew: () => void;
};

/** Why an act was not done, in words: what would clash, or what stands there now. */
export function Refused({ problem, lessonName, onAnyway, onShowNew }: RefusedProps) {
  const words = useWords(timetableWords);
  const formats = useFormats();
  const { language } = useContext(PageContext);
  if (problem.code === 'timetable.clashes') {
    const clashes = (problem.facts['clashes'] ?? []) as readonly NewClash[];
    return (
      <FaultNote action={<Button onClick={onAnyway}>{words.changeAnyway}</Button>}>
        <p>{words.clashesFound}</p>
        <ul class="clash-list">
          {clashes.map((clash) => {
            const text = clashText(clash, words, formats.day);
            return <li key={`${clash.lessonId} ${text}`}>{text}</li>;
          })}
        </ul>
      </FaultNote>
    );
  }
  if (problem.code === 'timetable.changedMeanwhile') {
    const [standing] = (problem.facts['lessons'] ?? []) as readonly Standing[];
    return (
      <FaultNote action={<Button onClick={onShowNew}>{words.showNew}</Button>}>
        {problemText(language, problem)}{' '}
        {standing ? words.standsThere(standingText(standing, words, formats.day)) : null}
      </FaultNote>
    );
  }
  const lesson = lessonName?.(String(problem.facts['lessonId'])) ?? null;
  return (
    <FaultNote>
      {lesson === null ? null : <b>{lesson}: </b>}
      {problemText(language, problem)}
    </FaultNote>
  );
}

type Words = (typeof timetableWords)['ru'];

export function clashText(
  { kind, name, other, date }: NewClash,
  words: Words,
  day: (date: string) => string,
): string {
  if (kind === 'away') return words.clash.away(name, day(date));
  const what = other ? [other.group, other.subject, words.lesson(other.number)].join(', ') : '';
  return words.clash[kind](name, what);
}

function standingText(
  { state, date, number, teacher, room }: Standing,
  words: Words,
  day: (date: string) => string,
): string {
  const parts = [
    state === 'cancelled' ? words.cancelled : null,
    day(date),
    words.lesson(number),
    teacher ?? null,
    room ? words.room(room) : null,
  ];
  return parts.filter((part) => part !== null).join(', ');
}
