import { demoClock, type Clock } from '#platform/clock.ts';
import { CommandFailure } from '../command.ts';
import { openingMoment } from './demo-clock.ts';
import { readState, writeState } from './demo-state.ts';
import { momentsOf } from './moments.ts';
import type { DemoWords } from './ru.ts';
import { townSchool } from './school-plan.ts';

export type DemoTime = {
  readonly clock: Clock;
  /** The school's moment at this start: up to here a new school is filled. */
  readonly opening: Date;
  /** Notes how far the school's time has come. */
  readonly end: () => void;
};

const noteEveryMs = 20_000;

/**
 * The school's clock of this start: it opens as `openingMoment` says, but never behind what an earlier start
 * has shown, and runs from there. How far it came is noted as it runs, so that a crash loses nothing.
 */
export function startDemoTime(
  dataDirectory: string,
  { asked, words }: { asked: string | null; words: DemoWords },
): DemoTime {
  const wall = new Date();
  const { shownUntil } = readState(dataDirectory);
  const wished = openingMoment(wall, asked);
  // Noted every 20 s: after a crash the school may have been shown that much longer.
  const reached = shownUntil === null ? null : new Date(Date.parse(shownUntil) + noteEveryMs);
  // The same day again goes on where it stopped; an earlier one would have to go back.
  if (asked !== null && reached !== null && townDate(wished) < townDate(reached)) {
    throw new CommandFailure(words.clockBack(words.moment(reached)));
  }
  const opening = reached !== null && reached > wished ? reached : wished;
  const clock = demoClock({ offsetMs: opening.getTime() - wall.getTime() });
  const note = () => writeState(dataDirectory, { shownUntil: clock.schoolNow().toISOString() });
  const timer = setInterval(note, noteEveryMs);
  timer.unref();
  return {
    clock,
    opening,
    end: () => {
      clearInterval(timer);
      note();
    },
  };
}

const townDate = (moment: Date) => momentsOf(townSchool.timeZone, moment.getUTCFullYear()).local(moment).date;
