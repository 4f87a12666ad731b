import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#modules/organisation/index.ts';
import type { TemplateCard } from '../lessons/rules.ts';
import type { Template } from './commands.ts';
import { isSameWeek, turnTemplates } from './rules.ts';
import { clashesOfClass, lessonsOfClass, mostLessons, placedTenths } from './week-rules.ts';

const card = (assignmentId: string, weekday: number, number: number): TemplateCard => ({
  id: `${assignmentId} ${String(weekday)} ${String(number)}`,
  assignmentId,
  weekday,
  cycle: 'every',
  number,
  roomId: null,
});
const template = (
  id: string,
  startDate: string,
  endDate: string,
  cards: readonly TemplateCard[],
): Template => ({
  id,
  name: id,
  startDate,
  endDate,
  cards,
});
const mine = [card('mine', 1, 1)];
const theirs = [card('theirs', 1, 1)];
let ids = 0;
const turn = (templates: readonly Template[], from: string, to: string, cards = [card('mine', 2, 2)]) =>
  turnTemplates(templates, {
    span: { from, to },
    cardsOf: (standing) => [...standing.filter(({ assignmentId }) => assignmentId !== 'mine'), ...cards],
    name: () => 'new',
    now: new Date('2026-11-24'),
    newId: () => `id ${String((ids += 1))}`,
  });
const shown = ({ changed, added }: ReturnType<typeof turn>) => ({
  changed: changed.map(({ id, endDate, retiredAt }) => [id, endDate, retiredAt === null ? 'ends' : 'off']),
  added: added.map(({ startDate, endDate, cards }) => [
    startDate,
    endDate,
    cards.map(({ assignmentId }) => assignmentId).join(' '),
  ]),
});

describe('another week of some classes', () => {
  const year = template('year', '2026-09-01', '2027-05-26', [...mine, ...theirs]);

  test('ends the template the day before; the others go on in the new one', () => {
    expect(shown(turn([year], '2026-11-30', '2027-05-26'))).toEqual({
      changed: [['year', '2026-11-29', 'ends']],
      added: [['2026-11-30', '2027-05-26', 'theirs mine']],
    });
  });

  test('from the first day on takes it out of use; for some weeks the old one goes on after', () => {
    expect(shown(turn([year], '2026-09-01', '2026-09-30'))).toEqual({
      changed: [['year', '2027-05-26', 'off']],
      added: [
        ['2026-09-01', '2026-09-30', 'theirs mine'],
        ['2026-10-01', '2027-05-26', 'mine theirs'],
      ],
    });
  });

  test('keeps what others planned for later, fills a gap, and touches nothing that is the same', () => {
    const later = template('later', '2027-01-11', '2027-05-26', [...mine, card('theirs', 3, 3)]);
    const first = { ...year, endDate: '2026-12-30' };
    expect(shown(turn([later, first], '2026-11-30', '2027-05-26')).added).toEqual([
      ['2026-11-30', '2026-12-30', 'theirs mine'],
      ['2026-12-31', '2027-01-10', 'mine'],
      ['2027-01-11', '2027-05-26', 'theirs mine'],
    ]);
    expect(turn([year], '2026-11-30', '2027-05-26', mine)).toEqual({ changed: [], added: [] });
    expect(shown(turn([], '2026-09-01', '2027-05-26')).added).toEqual([['2026-09-01', '2027-05-26', 'mine']]);
  });

  test('on no day do others lose a card, and on every day of the span the new week stands alone', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-09-01', days));
    const cut = fc.uniqueArray(day, { minLength: 2, maxLength: 5 }).map((days) => days.toSorted());
    const parts = cut.map((days) =>
      days.slice(1).map((end, at) => {
        const start = days[at] ?? end;
        return template(start, start, addDays(end, -1), [...mine, card('theirs', 1, at + 1)]);
      }),
    );
    fc.assert(
      fc.property(parts, day, day, (templates, one, other) => {
        const [from = one, to = other] = [one, other].toSorted();
        const { changed, added } = turn(templates, from, to);
        const ended = new Map(changed.map((change) => [change.id, change]));
        const after = [
          ...templates.flatMap((each) => {
            const change = ended.get(each.id);
            if (change?.retiredAt) return [];
            return [change ? { ...each, endDate: change.endDate } : each];
          }),
          ...added,
        ];
        for (let date = '2026-09-01'; date < '2026-11-05'; date = addDays(date, 1)) {
          const on = (all: readonly Template[]) =>
            all
              .filter(({ startDate, endDate }) => startDate <= date && date <= endDate)
              .flatMap(({ cards }) => cards);
          const rest = (cards: readonly TemplateCard[]) =>
            cards.filter(({ assignmentId }) => assignmentId !== 'mine');
          const own = (cards: readonly TemplateCard[]) =>
            cards.filter(({ assignmentId }) => assignmentId === 'mine');
          expect(isSameWeek(rest(on(after)), rest(on(templates)))).toBe(true);
          const wanted = from <= date && date <= to ? [card('mine', 2, 2)] : own(on(templates));
          expect(isSameWeek(own(on(after)), wanted)).toBe(true);
        }
      }),
    );
  });
});

describe('the week of a class', () => {
  const page = (id: string, classId: string, staffId: string, divisionTag: string | null = null) => ({
    id,
    staffIds: [staffId],
    group: { id: `group ${id}`, classIds: [classId], divisionTag },
  });
  const facts = {
    classes: [
      { id: '7Б', shift: 1 },
      { id: '2А', shift: 2 },
    ],
    bells: [
      { shift: 1, number: 5, starts: '12:15', ends: '12:55' },
      { shift: 2, number: 1, starts: '12:30', ends: '13:10' },
    ],
    pages: [
      page('algebra', '7Б', 'Т'),
      page('english 1', '7Б', 'Б', 'english'),
      page('english 2', '7Б', 'Г', 'english'),
      page('crafts', '7Б', 'Д', 'crafts'),
      page('maths', '2А', 'Т'),
    ],
    apart: [['group crafts', 'group english 1']],
  };
  const at = (pageId: string, number: number, cycle: 'every' | 'A' | 'B' = 'every') => ({
    id: `${pageId} ${cycle}`,
    pageId,
    weekday: 1,
    number,
    cycle,
    roomId: null,
  });
  const kinds = (...cards: ReturnType<typeof at>[]) =>
    clashesOfClass(cards, '7Б', facts).map(({ kind, cards: [own, other] }) => [
      kind,
      own.pageId,
      other.pageId,
    ]);

  test('meets another shift by the clock, its own halves never, other groups where a student is in both', () => {
    expect(kinds(at('maths', 1), at('algebra', 5))).toEqual([['teacher', 'algebra', 'maths']]);
    expect(kinds(at('english 1', 5), at('english 2', 5))).toEqual([]);
    expect(kinds(at('english 1', 5), at('crafts', 5))).toEqual([]);
    expect(kinds(at('english 2', 5), at('crafts', 5))).toHaveLength(1);
    expect(kinds(at('algebra', 5, 'A'), at('english 1', 5, 'B'))).toEqual([]);
    expect(kinds(at('algebra', 5, 'A'), at('english 1', 5))).toHaveLength(1);
  });

  test('counts halves once and the fuller of two weeks; every other week is half an hour', () => {
    const cards = [at('english 1', 1), at('english 2', 1), at('algebra', 2, 'A'), at('algebra', 3, 'A')];
    expect(lessonsOfClass(cards)).toEqual({ days: new Map([[1, 3]]), week: 3 });
    expect(Object.fromEntries(placedTenths(cards))).toEqual({
      'english 1': 10,
      'english 2': 10,
      algebra: 10,
    });
  });

  test.each([
    [1, 5, 5, 21],
    [4, 6, 6, 26],
    [5, 5, 6, 29],
    [7, 6, 7, 35],
    [9, 5, 7, 33],
    [11, 6, 7, 37],
  ] as const)('grade %i in %i days: %i lessons a day, %i a week', (grade, days, day, week) => {
    expect(mostLessons(grade, days)).toEqual({ day, week });
  });
});
