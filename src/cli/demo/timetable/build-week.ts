import type { SubjectKey } from '../curriculum/subjects.ts';
import { at, type Chance } from '../random.ts';
import { dayCost, hourCost, slotsADay, type ClassWeek, type Place, type WeekEvent } from './week-grid.ts';

const clashCost = 30;
const attempts = 260_000;

/**
 * Puts every event of every class at a place so that no teacher is needed twice at a time. Exchanges two
 * lessons of one class again and again, keeps what is better and at first sometimes what is worse; then
 * only what is better until no clash is left. Throws when the load cannot be placed.
 */
export function buildWeek(
  events: readonly WeekEvent[],
  placesOfClass: readonly (readonly Place[])[],
  chance: Chance,
): readonly ClassWeek[] {
  const teachers = Math.max(...events.flatMap((event) => event.teachers)) + 1;
  const busy = new Int16Array(teachers * 5 * slotsADay);
  const weeks = placesOfClass.map((places, classIndex): ClassWeek => ({
    places,
    events: firstOrder(events, { classIndex, places, chance }),
  }));
  const busyAt = (teacher: number, place: Place) => (teacher * 5 + place.day) * slotsADay + place.slot;
  const shift = (event: WeekEvent, place: Place, by: 1 | -1) => {
    for (const teacher of event.teachers) {
      const index = busyAt(teacher, place);
      busy[index] = (busy[index] ?? 0) + by;
    }
  };
  for (const week of weeks) {
    week.events.forEach((event, index) => shift(at(events, event), at(week.places, index), 1));
  }
  const clashesAt = (event: WeekEvent, place: Place) =>
    event.teachers.reduce((sum, teacher) => sum + Math.max(0, (busy[busyAt(teacher, place)] ?? 0) - 1), 0);

  const hoursOf = placesOfClass.map((_, classIndex) => {
    const counts = new Map<SubjectKey, number>();
    for (const event of events) {
      if (event.classIndex === classIndex) counts.set(event.subject, (counts.get(event.subject) ?? 0) + 1);
    }
    return (subject: SubjectKey) => counts.get(subject) ?? 0;
  });
  const movable = weeks.map((week) =>
    week.events
      .map((event, index) => ({ event, index }))
      .filter(({ event }) => at(events, event).fixed === null)
      .map(({ index }) => index),
  );

  const costOf = (classIndex: number, one: number, other: number) => {
    const week = at(weeks, classIndex);
    let cost = 0;
    for (const index of [one, other]) {
      const place = at(week.places, index);
      const event = at(events, at(week.events, index));
      cost += clashCost * clashesAt(event, place) + hourCost(event.subject, place.number);
    }
    const days = new Set([at(week.places, one).day, at(week.places, other).day]);
    for (const day of days) {
      const subjects: SubjectKey[] = [];
      week.places.forEach((place, index) => {
        if (place.day === day) subjects.push(at(events, at(week.events, index)).subject);
      });
      cost += dayCost(subjects, at(hoursOf, classIndex));
    }
    return cost;
  };
  const exchange = (classIndex: number, one: number, other: number) => {
    const week = at(weeks, classIndex);
    const [first, second] = [at(week.events, one), at(week.events, other)];
    shift(at(events, first), at(week.places, one), -1);
    shift(at(events, second), at(week.places, other), -1);
    week.events[one] = second;
    week.events[other] = first;
    shift(at(events, second), at(week.places, one), 1);
    shift(at(events, first), at(week.places, other), 1);
  };
  const attempt = (classIndex: number, heat: number) => {
    const free = at(movable, classIndex);
    const one = chance.pick(free);
    const other = chance.pick(free);
    if (at(weeks[classIndex]?.events ?? [], one) === at(weeks[classIndex]?.events ?? [], other)) return;
    const before = costOf(classIndex, one, other);
    exchange(classIndex, one, other);
    const worse = costOf(classIndex, one, other) - before;
    if (worse > 0 && (heat === 0 || chance.next() >= Math.exp(-worse / heat)))
      exchange(classIndex, one, other);
  };
  const clashing = () =>
    weeks.flatMap((week, classIndex) =>
      week.events.some((event, index) => clashesAt(at(events, event), at(week.places, index)) > 0)
        ? [classIndex]
        : [],
    );

  for (let step = 0; step < attempts; step += 1) {
    attempt(Math.floor(chance.next() * weeks.length), 8 * (1 - step / attempts) ** 2);
  }
  for (let round = 0; round < 200; round += 1) {
    const left = clashing();
    if (left.length === 0) return weeks;
    for (let step = 0; step < 2000; step += 1) attempt(chance.pick(left), 1.5);
  }
  throw new Error('the timetable cannot be built without a clash');
}

/** Fixed events at their place, the others in any order at the rest. */
function firstOrder(
  events: readonly WeekEvent[],
  { classIndex, places, chance }: { classIndex: number; places: readonly Place[]; chance: Chance },
): number[] {
  const own = events.flatMap((event, index) => (event.classIndex === classIndex ? [index] : []));
  const order: number[] = places.map(() => -1);
  for (const index of own) {
    const { fixed } = at(events, index);
    if (fixed)
      order[places.findIndex(({ day, number }) => day === fixed.day && number === fixed.number)] = index;
  }
  const rest = chance.shuffled(own.filter((index) => at(events, index).fixed === null));
  return order.map((index) => (index === -1 ? (rest.pop() ?? -1) : index));
}
