import { yearFrame } from '#modules/organisation/index.ts';
import { entriesAndLocks } from '#modules/journal/index.ts';
import {
  calendarOf,
  clashesOfClass,
  daysFacts,
  isSameWeek,
  lessonsOf,
  pairLessons,
  turnTemplates,
  type TemplateCard,
} from '#modules/timetable/index.ts';
import { uuidv7 } from '#platform/ids.ts';
import { refuse } from '#platform/problem.ts';
import type { AnyTx } from '#platform/serve.ts';
import type { Weekly, WeeklyWanted } from './contract.ts';
import type { JudgedWeek } from './effect-facts.ts';
import { readWeekly } from './queries.ts';
import { faultOf } from './rules.ts';

/** What another week of a class would mean, or a refusal. Who writes it holds the school's timetable. */
export async function judgeWeekly(
  tx: AnyTx,
  given: {
    readonly today: string;
    readonly classId: string;
    readonly wanted: WeeklyWanted;
    readonly now: Date;
  },
): Promise<JudgedWeek> {
  const { today, classId, wanted, now } = given;
  const { from } = wanted;
  const week = await readWeekly(tx, today, from);
  const frame = await yearFrame(tx, from);
  const fault = faultOf(wanted, { week, classId });
  if (fault) refuse(fault.code, fault.facts);
  if (!frame) refuse('weekly.outsideYear', { field: 'from' });
  const isOwn = ownPages(week, classId);
  const standing = week.cards.filter(({ pageId }) => isOwn(pageId));
  if (!isSameWeek(standing.map(cardOf), wanted.expected.map(cardOf)))
    refuse('weekly.changedMeanwhile', { cards: standing });

  const span = { from, to: frame.year.end };
  const facts = await daysFacts(tx, frame, { span, classId });
  const cards = wanted.cards.map((place) => cardOf({ ...place, id: uuidv7() }));
  const ownIds = new Set(facts.pages.map(({ id }) => id));
  const turn = turnTemplates(facts.templates, {
    span,
    cardsOf: (before) => [...before.filter(({ assignmentId }) => !ownIds.has(assignmentId)), ...cards],
    name: (before) => before?.name ?? frame.year.name,
    now,
    newId: uuidv7,
  });
  const classes = new Map(facts.classes.map((one) => [one.id, one]));
  const pages = new Map(facts.pages.map((page) => [page.id, page]));
  const withClasses = cards.map((card) => ({
    ...card,
    schoolClasses: (pages.get(card.assignmentId)?.classIds ?? []).flatMap((id) => classes.get(id) ?? []),
  }));
  const all = [...facts.templates.flatMap((template) => template.cards), ...cards];
  const dated = lessonsOf(withClasses, {
    calendar: calendarOf(frame, all),
    schedules: frame.schedules,
    span,
  });
  const known = facts.lessons.filter(({ date }) => date >= from && date <= span.to);
  const lessons = pairLessons(dated, facts.lessons, {
    mayRetire: ({ date }) => date >= from && date <= span.to,
    newId: uuidv7,
  });
  const retired = known.filter(({ id }) => lessons.retired.includes(id));
  const { held, noted, locked } = await entriesAndLocks(tx, {
    lessonIds: lessons.retired,
    days: [...lessons.added, ...lessons.moved, ...retired].map(({ assignmentId, date }) => ({
      pageId: assignmentId,
      date,
    })),
  });
  const [closed] = locked;
  if (closed) refuse('timetable.periodLocked', closed);
  const others = week.cards.filter(({ pageId }) => !isOwn(pageId));
  const placed = wanted.cards.map((place) => ({ ...place, id: uuidv7() }));
  return {
    week,
    facts,
    yearId: frame.year.id,
    turn,
    lessons,
    marked: held,
    noted: noted.filter((id) => !held.includes(id)),
    clashes: clashesOfClass([...others, ...placed], classId, week),
    later: laterDays(facts.templates, { from, isOwn: (id) => ownIds.has(id) }),
  };
}

export function ownPages({ pages }: Weekly, classId: string): (pageId: string) => boolean {
  const ids = new Set(pages.filter(({ group }) => group.classIds.includes(classId)).map(({ id }) => id));
  return (pageId) => ids.has(pageId);
}

type Place = WeeklyWanted['cards'][number];

const cardOf = ({ pageId, ...card }: Place & { readonly id?: string }): TemplateCard => ({
  id: '',
  ...card,
  assignmentId: pageId,
});

/** Days on which the class was to have another week than the day before. */
function laterDays(
  templates: JudgedWeek['facts']['templates'],
  { from, isOwn }: { readonly from: string; readonly isOwn: (pageId: string) => boolean },
): string[] {
  const ordered = templates.toSorted((one, other) => one.startDate.localeCompare(other.startDate));
  const own = (cards: readonly TemplateCard[]) => cards.filter(({ assignmentId }) => isOwn(assignmentId));
  return ordered.flatMap(({ startDate, cards }, at) => {
    if (startDate <= from) return [];
    return isSameWeek(own(ordered[at - 1]?.cards ?? []), own(cards)) ? [] : [startDate];
  });
}
