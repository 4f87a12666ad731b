import { addDays } from '#modules/organisation/index.ts';
import { type Page, page, redirectTo, type SchoolPageInput } from '#platform/page.ts';
import { platformProblem } from '#platform/problem.ts';
import type { Statement } from '#platform/db/tx.ts';
import { diaryPolicy } from '../access/policy.ts';
import type { MarksOfPeriod } from '../marks/contract.ts';
import { marksStatement } from '../marks/queries.ts';
import { marksValues } from '../marks/routes.ts';
import type { TimetableWeek } from '../timetable/contract.ts';
import { timetableStatement } from '../timetable/queries.ts';
import type { DiaryWeek } from '../week/contract.ts';
import { weekStatement } from '../week/queries.ts';
import { weekValues } from '../week/routes.ts';
import { dayInFocus } from '../week/rules.ts';
import type { MarksFacts, TimetableFacts, WeekFacts } from './facts.ts';
import { diaryFrame, readable } from './frame-queries.ts';

type StudentPath = '/diary/{schoolId}/{studentId}';
type DatedPath = '/diary/{schoolId}/{studentId}/week/{date}';

export const diaryPages: readonly Page[] = [
  page({
    path: '/diary',
    view: 'diary-week',
    policy: { signedIn: true },
    async load({ signedIn, actorIn }) {
      for (const { schoolId } of signedIn.persons) {
        const actor = await actorIn(schoolId);
        const studentId = actor ? readable(actor)[0] : undefined;
        if (studentId !== undefined) return redirectTo(`/diary/${schoolId}/${studentId}`);
      }
      return redirectTo('/');
    },
  }),
  page({
    path: '/diary/{schoolId}/{studentId}',
    view: 'diary-week',
    policy: diaryPolicy,
    load: async (input) => weekFacts(input, await weekToOpen(input)),
  }),
  page({
    path: '/diary/{schoolId}/{studentId}/week/{date}',
    view: 'diary-week',
    policy: diaryPolicy,
    load: async (input) => weekFacts(input, await weekOf(input, input.params.date)),
  }),
  page({
    path: '/diary/{schoolId}/{studentId}/marks',
    view: 'diary-marks',
    policy: diaryPolicy,
    load: (input) => marksFacts(input, null),
  }),
  page({
    path: '/diary/{schoolId}/{studentId}/marks/{periodId}',
    view: 'diary-marks',
    policy: diaryPolicy,
    load: (input) => marksFacts(input, input.params.periodId),
  }),
  page({
    path: '/diary/{schoolId}/{studentId}/timetable',
    view: 'diary-timetable',
    policy: diaryPolicy,
    load: (input) => timetableFacts(input, input.actor.today),
  }),
  page({
    path: '/diary/{schoolId}/{studentId}/timetable/{date}',
    view: 'diary-timetable',
    policy: diaryPolicy,
    load: (input) => timetableFacts(input, input.params.date),
  }),
];

type Input = Pick<
  SchoolPageInput<StudentPath | DatedPath>,
  'tx' | 'actor' | 'platform' | 'signedIn' | 'query'
> & {
  readonly params: { readonly studentId: string };
};

/** This week; the next one once this week's last lesson is behind. */
async function weekToOpen(input: Input): Promise<DiaryWeek> {
  const { today } = input.actor;
  const week = await weekOf(input, today);
  if (dayInFocus(week) !== null) return week;
  const next = await weekOf(input, addDays(today, 7));
  return dayInFocus(next) === null ? week : next;
}

function weekOf({ tx, actor, platform, params }: Input, day: string): Promise<DiaryWeek> {
  const now = platform.clock.schoolNow();
  return shown<DiaryWeek>(tx, weekStatement, weekValues(actor, { studentId: params.studentId, day, now }));
}

async function weekFacts(input: Input, week: DiaryWeek): Promise<WeekFacts> {
  const lessonId = input.query.get('lesson');
  const isHere = week.days.some(({ lessons }) => lessons.some(({ id }) => id === lessonId));
  return {
    frame: await diaryFrame(input, input.params.studentId),
    week,
    lessonId: isHere ? lessonId : null,
  };
}

async function marksFacts(input: Input, periodId: string | null): Promise<MarksFacts> {
  const { tx, actor, platform, params } = input;
  const at = { studentId: params.studentId, periodId, now: platform.clock.schoolNow() };
  const marks = await shown<MarksOfPeriod>(tx, marksStatement, marksValues(actor, at));
  const frame = await diaryFrame(input, params.studentId);
  return { frame, marks, markId: input.query.get('mark') };
}

async function timetableFacts(input: Input, day: string): Promise<TimetableFacts> {
  const { tx, actor, platform, params } = input;
  const at = { studentId: params.studentId, day, now: platform.clock.schoolNow() };
  const values = weekValues(actor, at).slice(0, 5);
  const timetable = await shown<TimetableWeek>(tx, timetableStatement, values);
  return { frame: await diaryFrame(input, params.studentId), timetable };
}

/** What the statement's JSON says; 404 when it has no row for this reader. */
async function shown<Answer>(tx: Input['tx'], statement: Statement, values: unknown[]): Promise<Answer> {
  const text = await tx.text(statement, values);
  if (text === null) throw platformProblem('notFound');
  return JSON.parse(text) as Answer;
}
