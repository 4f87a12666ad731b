import { uuidv7 } from '#platform/ids.ts';

/** Rows of a test school by table; every row's `school_id` is added when they are written. */
export type Rows = Map<string, Record<string, unknown>[]>;

export const dayOfTests = '2026-11-24';
/** Tuesday 24 November 2026, 11:40 in Moscow: the fourth lesson goes on. */
export const momentOfTests = new Date('2026-11-24T08:40:00Z');

export type Frame = {
  readonly yearId: string;
  readonly scaleId: string;
  readonly answer: string;
  readonly controlWork: string;
  /** Four quarters and the year. */
  readonly periodIds: readonly string[];
};

const quarters = [
  ['2026-09-01', '2026-10-25'],
  ['2026-11-02', '2026-12-30'],
  ['2027-01-11', '2027-03-21'],
  ['2027-03-29', '2027-05-26'],
] as const;

/** Puts a row aside and answers its id. */
export function add(rows: Rows, table: string, row: Record<string, unknown>): string {
  const list = rows.get(table) ?? [];
  rows.set(table, list);
  list.push(row);
  return String(row['id'] ?? '');
}

/** A school with its year, quarters, five-point scale and two types of work. */
export function addFrame(
  rows: Rows,
  { timeZone, settings }: { timeZone: string; settings: Readonly<Record<string, unknown>> },
): Frame {
  add(rows, 'organisation.school', {
    name: 'Школа № 12',
    short_name: 'Школа 12',
    time_zone: timeZone,
    kind: 'school',
    settings,
  });
  const yearId = add(rows, 'organisation.academic_year', {
    id: uuidv7(),
    name: '2026/27',
    start_date: '2026-09-01',
    end_date: '2027-05-26',
  });
  const schemeId = add(rows, 'organisation.period_scheme', {
    id: uuidv7(),
    academic_year_id: yearId,
    name: 'Четверти',
    kind: 'quarter',
  });
  const periodIds = [...quarters, ['2026-09-01', '2027-05-26'] as const].map(([start, end], index) =>
    add(rows, 'organisation.grading_period', {
      id: uuidv7(),
      scheme_id: schemeId,
      kind: index < 4 ? 'quarter' : 'year',
      ordinal: index < 4 ? index + 1 : 0,
      name: index < 4 ? `${index + 1} четверть` : 'Год',
      start_date: start,
      end_date: end,
    }),
  );
  for (let grade = 1; grade <= 11; grade += 1) {
    add(rows, 'organisation.scheme_assignment', { academic_year_id: yearId, grade, scheme_id: schemeId });
  }
  const scaleId = add(rows, 'organisation.mark_scale', { id: uuidv7(), name: 'Пятибалльная' });
  const bands = ['excellent', 'good', 'satisfactory', 'poor'];
  for (const [index, code] of [
    '5',
    '4',
    '3',
    '2',
    'passed',
    'exempt',
    'notAssessed',
    'pendingPoint',
  ].entries()) {
    add(rows, 'organisation.mark_scale_value', {
      scale_id: scaleId,
      code,
      numerator: index < 4 ? Number(code) : null,
      denominator: 1,
      band: bands[index] ?? null,
      is_passing: index < 3 || code === 'passed',
      ordinal: index,
    });
  }
  const type = (name: string, abbr: string, weight: number) =>
    add(rows, 'curriculum.work_type', {
      id: uuidv7(),
      name,
      abbr,
      weight,
      is_assessment: weight > 1,
      is_default: weight === 1,
      ordinal: weight,
    });
  return {
    yearId,
    scaleId,
    periodIds,
    answer: type('Ответ на уроке', 'О', 1),
    controlWork: type('Контрольная работа', 'К', 4),
  };
}
