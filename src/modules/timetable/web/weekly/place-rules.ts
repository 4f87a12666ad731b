/** A lesson of the week that is being put together. */
export type Place = {
  readonly pageId: string;
  readonly weekday: number;
  readonly cycle: 'every' | 'A' | 'B';
  readonly number: number;
  readonly roomId: string | null;
};

export type Slot = { readonly weekday: number; readonly number: number };

export const placeKey = ({ pageId, weekday, cycle, number, roomId }: Place): string =>
  [pageId, weekday, cycle, number, roomId ?? ''].join('|');

export const isAt = (place: Place, { weekday, number }: Slot): boolean =>
  place.weekday === weekday && place.number === number;

export const cardsAt = (cards: readonly Place[], slot: Slot): readonly Place[] =>
  cards.filter((card) => isAt(card, slot));

/** A page has one lesson at a time: what it has there already gives way. */
export function put(cards: readonly Place[], place: Place): readonly Place[] {
  return [
    ...cards.filter((card) => card.pageId !== place.pageId || !isAt(card, place) || !meetsCycle(card, place)),
    place,
  ];
}

const meetsCycle = (one: Place, other: Place) =>
  one.cycle === other.cycle || one.cycle === 'every' || other.cycle === 'every';

export const take = (cards: readonly Place[], place: Place): readonly Place[] =>
  cards.filter((card) => placeKey(card) !== placeKey(place));

export const change = (cards: readonly Place[], place: Place, to: Partial<Place>): readonly Place[] =>
  put(take(cards, place), { ...place, ...to });

export const clearSlot = (cards: readonly Place[], slot: Slot): readonly Place[] =>
  cards.filter((card) => !isAt(card, slot));

/** What was copied stands in the slot instead of what stood there. */
export function paste(
  cards: readonly Place[],
  copied: readonly Place[],
  { weekday, number }: Slot,
): readonly Place[] {
  return [...clearSlot(cards, { weekday, number }), ...copied.map((card) => ({ ...card, weekday, number }))];
}

/** A whole day stands on another one instead of what stood there. */
export function copyDay(cards: readonly Place[], from: number, to: number): readonly Place[] {
  if (from === to) return cards;
  const day = cards.filter(({ weekday }) => weekday === from);
  return [...cards.filter(({ weekday }) => weekday !== to), ...day.map((card) => ({ ...card, weekday: to }))];
}

export const clearDay = (cards: readonly Place[], day: number): readonly Place[] =>
  cards.filter(({ weekday }) => weekday !== day);

/** The slot a key leads to; null where the week ends. */
export function neighbour(
  { weekday, number }: Slot,
  key: string,
  { days, numbers }: { readonly days: readonly number[]; readonly numbers: readonly number[] },
): Slot | null {
  const [day, row] = [days.indexOf(weekday), numbers.indexOf(number)];
  const to = {
    ArrowLeft: [day - 1, row],
    ArrowRight: [day + 1, row],
    ArrowUp: [day, row - 1],
    ArrowDown: [day, row + 1],
    Home: [0, row],
    End: [days.length - 1, row],
  }[key];
  const [nextDay, nextNumber] = [days[to?.[0] ?? -1], numbers[to?.[1] ?? -1]];
  return nextDay === undefined || nextNumber === undefined ? null : { weekday: nextDay, number: nextNumber };
}
