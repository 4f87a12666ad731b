/** `HH:MM` */
export type BellTime = { readonly number: number; readonly starts: string; readonly ends: string };

/** A schedule of equal lessons from `start` (minutes from midnight) with the given recesses between them. */
export function bellTimes(plan: {
  readonly start: number;
  readonly lesson: number;
  readonly recesses: readonly number[];
}): readonly BellTime[] {
  const starts = plan.recesses.reduce<number[]>(
    (known, recess) => [...known, (known.at(-1) ?? plan.start) + plan.lesson + recess],
    [plan.start],
  );
  return starts.map((from, index) => ({
    number: index + 1,
    starts: clockTime(from),
    ends: clockTime(from + plan.lesson),
  }));
}

/**
 * What a new school starts with until it enters its own: eight lessons of 40 minutes from 8:30, breaks of at least
 * 10 minutes and two of 20 (SanPiN 1.2.3685-21).
 */
export const defaultBells = bellTimes({ start: 510, lesson: 40, recesses: [10, 15, 20, 20, 10, 10, 10] });

export type BellFault = {
  readonly code: 'bells.numberTwice' | 'bells.endsBeforeBegins' | 'bells.overlap';
  /** Place in the list as it was given. */
  readonly at: number;
};

/** What is wrong with a schedule as it was typed; lessons are judged in the order of their numbers. */
export function bellFaults(bells: readonly BellTime[]): readonly BellFault[] {
  const ordered = bells
    .map((bell, at) => ({ ...bell, at }))
    .toSorted((one, other) => one.number - other.number);
  return ordered.flatMap(({ number, starts, ends, at }, index): BellFault[] => {
    const before = ordered[index - 1];
    if (before?.number === number) return [{ code: 'bells.numberTwice', at }];
    if (ends <= starts) return [{ code: 'bells.endsBeforeBegins', at }];
    return before !== undefined && starts < before.ends ? [{ code: 'bells.overlap', at }] : [];
  });
}

function clockTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
