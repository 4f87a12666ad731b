import { clashes, type Occupation } from '#modules/timetable/index.ts';
import type { Finding } from './finding.ts';
import type { Page } from './pages.ts';

export type PlacedCard = {
  readonly id: string;
  readonly page: Page;
  readonly weekday: number;
  readonly cycle: 'every' | 'A' | 'B';
  readonly number: number;
  readonly roomId: string | null;
  /** The lesson of the file: what it joins is no clash. */
  readonly source: string;
  /** Groups of one division of the file exclude each other. */
  readonly division: string | null;
  readonly startMinute: number;
  readonly endMinute: number;
};

/** Who or what is needed twice at one time. Halves of a class meet legally: by the file's division or by their members. */
export function clashList(
  cards: readonly PlacedCard[],
  given: {
    readonly members: ReadonlyMap<string, ReadonlySet<string>>;
    readonly nameOf: (kind: 'teacher' | 'room' | 'class', id: string) => string;
  },
): readonly Finding[] {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const found = clashes(cards.flatMap(occupations)).flatMap(({ kind, id, lessonIds }): Finding[] => {
    const [one, other] = lessonIds.map((lessonId) => byId.get(lessonId.slice(2)));
    if (!one || !other || one.source === other.source) return [];
    if (kind === 'class' && mayMeet(one, other, given.members)) return [];
    const facts = { weekday: one.weekday, number: one.number, one: titleOf(one), other: titleOf(other) };
    return [{ code: `clash.${kind}`, facts: { ...facts, name: given.nameOf(kind, id) } }];
  });
  return [...new Map(found.map((finding) => [JSON.stringify(finding), finding])).values()];
}

function occupations(card: PlacedCard): readonly Occupation[] {
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

function mayMeet(
  one: PlacedCard,
  other: PlacedCard,
  members: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  if (one.division !== null && one.division === other.division && one.page.group.id !== other.page.group.id)
    return true;
  const [mine, theirs] = [members.get(one.page.group.id), members.get(other.page.group.id)];
  if (!mine || !theirs || mine.size === 0 || theirs.size === 0) return false;
  return ![...mine].some((id) => theirs.has(id));
}

const titleOf = ({ page }: PlacedCard) => `${page.group.name}, ${page.subject.name}`;
