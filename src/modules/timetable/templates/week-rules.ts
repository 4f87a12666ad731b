import type { TemplateCard } from '../lessons/rules.ts';
import { clashesOfWeek, minutesOfNumber, type NumberBell, type WeekClash } from './clash-rules.ts';

/** What the weekly pattern of a school is judged by. */
export type WeekFacts = {
  readonly classes: readonly { readonly id: string; readonly shift: number }[];
  readonly bells: readonly NumberBell[];
  readonly pages: readonly WeekPage[];
  /** Pairs of groups without a common student. */
  readonly apart: readonly (readonly string[])[];
};

export type WeekPage = {
  readonly id: string;
  readonly staffIds: readonly string[];
  readonly group: {
    readonly id: string;
    readonly classIds: readonly string[];
    readonly divisionTag: string | null;
  };
};

export type WeekCard = Omit<TemplateCard, 'assignmentId'> & { readonly pageId: string };

/** Who or what the week of a class needs twice at one time, in the order of the week. */
export function clashesOfClass<Card extends WeekCard>(
  cards: readonly Card[],
  classId: string,
  facts: WeekFacts,
): readonly WeekClash<Card>[] {
  const pages = new Map(facts.pages.map((page) => [page.id, page]));
  const shifts = new Map(facts.classes.map(({ id, shift }) => [id, shift]));
  const apart = new Set(facts.apart.map((pair) => pair.join(' ')));
  const placed = cards.flatMap((card) => {
    const page = pages.get(card.pageId);
    if (!page) return [];
    const shift = shifts.get(page.group.classIds[0] ?? '') ?? 1;
    return [{ ...card, ...minutesOfNumber(facts.bells, shift, card.number), page, card }];
  });
  const isOwn = (card: { readonly page: WeekPage }) => card.page.group.classIds.includes(classId);
  const found = clashesOfWeek(placed, (one, other) => {
    const [mine, theirs] = [one.page.group.id, other.page.group.id];
    return apart.has(`${mine} ${theirs}`) || apart.has(`${theirs} ${mine}`);
  });
  return found
    .filter((clash) => clash.cards.some(isOwn))
    .map(({ kind, id, cards: [one, other] }): WeekClash<Card> => {
      const [own, met] = isOwn(one) ? [one, other] : [other, one];
      return { kind, id, cards: [own.card, met.card] };
    })
    .toSorted(
      ({ cards: [one] }, { cards: [other] }) => one.weekday - other.weekday || one.number - other.number,
    );
}

/** Lessons of a class on a day and in a week that sanitary rules allow (SanPiN 1.2.3685-21, table 6.6). */
export function mostLessons(grade: number, days: 5 | 6): { readonly day: number; readonly week: number } {
  const day = grade === 1 ? 5 : grade <= 4 ? 6 : grade <= 6 ? 6 : 7;
  const [five, six] =
    grade === 1
      ? [21, 21]
      : grade <= 4
        ? [23, 26]
        : grade === 5
          ? [29, 32]
          : grade === 6
            ? [30, 33]
            : grade === 7
              ? [32, 35]
              : grade <= 9
                ? [33, 36]
                : [34, 37];
  return { day, week: days === 5 ? five : six };
}

/**
 * How many lessons a student of the class has on each weekday and in a week, the fuller of weeks A and B: lessons at one
 * number count once. `days` by weekday, 1 = Monday.
 */
export function lessonsOfClass(cards: readonly Omit<WeekCard, 'id'>[]): {
  readonly days: ReadonlyMap<number, number>;
  readonly week: number;
} {
  const days = new Map<number, number>();
  const weeks = (['A', 'B'] as const).map((cycle) => {
    const own = cards.filter((card) => card.cycle === 'every' || card.cycle === cycle);
    const slots = new Set(own.map(({ weekday, number }) => `${String(weekday)} ${String(number)}`));
    for (const [weekday, ofDay] of Map.groupBy(slots, (slot) => Number(slot.split(' ')[0]))) {
      days.set(weekday, Math.max(days.get(weekday) ?? 0, ofDay.length));
    }
    return slots.size;
  });
  return { days, week: Math.max(...weeks) };
}

/** Hours a week of each page in tenths; one of every other week is a half. */
export function placedTenths(
  cards: readonly Pick<WeekCard, 'pageId' | 'cycle'>[],
): ReadonlyMap<string, number> {
  const placed = new Map<string, number>();
  for (const { pageId, cycle } of cards) {
    placed.set(pageId, (placed.get(pageId) ?? 0) + (cycle === 'every' ? 10 : 5));
  }
  return placed;
}
