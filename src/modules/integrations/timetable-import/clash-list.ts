import { clashesOfWeek, type PlacedOnWeek } from '#modules/timetable/index.ts';
import type { Finding } from './finding.ts';
import type { Page } from './pages.ts';

export type PlacedCard = PlacedOnWeek & {
  readonly page: Page;
  /** The lesson of the file: what it joins is no clash. */
  readonly source: string;
  /** Groups of one division of the file exclude each other. */
  readonly division: string | null;
};

/** Who or what is needed twice at one time. Halves of a class meet legally: by the file's division or by their members. */
export function clashList(
  cards: readonly PlacedCard[],
  given: {
    readonly members: ReadonlyMap<string, ReadonlySet<string>>;
    readonly nameOf: (kind: 'teacher' | 'room' | 'class', id: string) => string;
  },
): readonly Finding[] {
  const met = clashesOfWeek(cards, (one, other) => mayMeet(one, other, given.members));
  const found = met.flatMap(({ kind, id, cards: [one, other] }): Finding[] => {
    if (one.source === other.source) return [];
    const facts = { weekday: one.weekday, number: one.number, one: titleOf(one), other: titleOf(other) };
    return [{ code: `clash.${kind}`, facts: { ...facts, name: given.nameOf(kind, id) } }];
  });
  return [...new Map(found.map((finding) => [JSON.stringify(finding), finding])).values()];
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
