import type { Weekly, WeeklyPlace, WeeklyWanted } from './contract.ts';

type Fault = { readonly code: string; readonly facts: Readonly<Record<string, unknown>> };

/** What stands against a week of a class before any lesson is looked at. */
export function faultOf(
  { from, cards }: Pick<WeeklyWanted, 'from' | 'cards'>,
  {
    week,
    classId,
  }: { readonly week: Pick<Weekly, 'year' | 'pages' | 'rooms' | 'cards'>; readonly classId: string },
): Fault | null {
  const { year } = week;
  if (!year || from < year.startDate || from > year.endDate)
    return { code: 'weekly.outsideYear', facts: { field: 'from', ...year } };
  const standing = new Set(week.cards.map(({ pageId }) => pageId));
  const pages = new Set(
    week.pages
      // A page that was closed keeps the lessons it has.
      .filter(({ id, isRetired }) => !isRetired || standing.has(id))
      .filter(({ group }) => group.classIds.includes(classId))
      .map(({ id }) => id),
  );
  const rooms = new Set(week.rooms.map(({ id }) => id));
  for (const [at, card] of cards.entries()) {
    if (!pages.has(card.pageId)) return { code: 'weekly.unknownPage', facts: { field: 'cards', at } };
    if (card.roomId !== null && !rooms.has(card.roomId))
      return { code: 'weekly.unknownRoom', facts: { field: 'cards', at } };
    if (cards.slice(0, at).some((other) => isTwice(card, other)))
      return { code: 'weekly.twice', facts: { field: 'cards', at } };
  }
  return null;
}

/** One page has one lesson at a time. */
const isTwice = (one: WeeklyPlace, other: WeeklyPlace) =>
  one.pageId === other.pageId &&
  one.weekday === other.weekday &&
  one.number === other.number &&
  (one.cycle === other.cycle || one.cycle === 'every' || other.cycle === 'every');
