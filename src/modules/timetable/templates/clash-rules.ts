import { type Clash, clashes, type Occupation, type TemplateCard } from '../lessons/rules.ts';

/** A card of the week with what it needs. Times in minutes from midnight. */
export type PlacedOnWeek = Pick<TemplateCard, 'id' | 'weekday' | 'cycle' | 'number' | 'roomId'> & {
  readonly startMinute: number;
  readonly endMinute: number;
  readonly page: {
    readonly staffIds: readonly string[];
    readonly group: {
      readonly id: string;
      readonly classIds: readonly string[];
      readonly divisionTag: string | null;
    };
  };
};

export type WeekClash<Card> = {
  readonly kind: Clash['kind'];
  /** The teacher, the room or the class. */
  readonly id: string;
  readonly cards: readonly [Card, Card];
};

/**
 * Who or what the weekly pattern needs twice at one time, each pair once, whether they meet every week or in one of two.
 * Halves of one division may meet; `mayMeet` says which other groups of a class do.
 */
export function clashesOfWeek<Card extends PlacedOnWeek>(
  cards: readonly Card[],
  mayMeet: (one: Card, other: Card) => boolean,
): readonly WeekClash<Card>[] {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const found = new Map<string, WeekClash<Card>>();
  for (const { kind, id, lessonIds } of clashes(cards.flatMap(occupations))) {
    const [one, other] = lessonIds.map((lessonId) => byId.get(lessonId.slice(2)));
    if (!one || !other || (kind === 'class' && mayMeet(one, other))) continue;
    found.set([kind, id, ...[one.id, other.id].toSorted()].join(' '), { kind, id, cards: [one, other] });
  }
  return [...found.values()];
}

function occupations(card: PlacedOnWeek): readonly Occupation[] {
  const cycles = card.cycle === 'every' ? (['A', 'B'] as const) : [card.cycle];
  return cycles.map((cycle) => ({
    lessonId: `${cycle}|${card.id}`,
    day: `${String(card.weekday)}|${cycle}`,
    startMinute: card.startMinute,
    endMinute: card.endMinute,
    teacherIds: card.page.staffIds,
    roomId: card.roomId,
    classIds: card.page.group.classIds,
    groupId: card.page.group.id,
    divisionTag: card.page.group.divisionTag,
  }));
}

export type NumberBell = {
  readonly shift: number;
  readonly number: number;
  readonly starts: string;
  readonly ends: string;
};

/** When a number begins and ends in a shift. Without bells it still lies before the next one. */
export function minutesOfNumber(bells: readonly NumberBell[], shift: number, number: number) {
  const bell =
    bells.find((one) => one.shift === shift && one.number === number) ??
    bells.find((one) => one.number === number);
  if (!bell) return { startMinute: number * 60, endMinute: number * 60 + 45 };
  return { startMinute: minutes(bell.starts), endMinute: minutes(bell.ends) };
}

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
