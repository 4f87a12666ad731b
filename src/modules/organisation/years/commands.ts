import type { Actor } from '#platform/actor.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { insertMany } from '#platform/db/bulk.ts';
import { uuidv7 } from '#platform/ids.ts';
import { announce } from '#platform/outbox/announce.ts';
import { schoolTopic } from '#platform/outbox/topics.ts';
import { refuse } from '#platform/problem.ts';
import type { AnyTx } from '#platform/serve.ts';
import { frameChanged, type FrameChanged } from '../events.ts';
import { periodName } from '../new-school/rules.ts';
import type { YearDraft } from './contract.ts';
import { yearFaults } from './rules.ts';
import {
  clearBreaks,
  holdYears,
  schemesOfYear,
  type StandingScheme,
  type StandingYear,
  writeYear,
} from './year-queries.ts';

/** Final marks hang on the periods of these schemes for these grades; the journal knows them, we do not. */
export type HasFinalMarks = (
  tx: AnyTx,
  asked: { readonly yearId: string; readonly schemeId: string; readonly grades: readonly number[] },
) => Promise<boolean>;

type Wanted = {
  readonly yearId: string;
  readonly version: number;
  readonly draft: YearDraft;
  readonly hasFinalMarks: HasFinalMarks;
};

/** Writes a year as a whole; its new version. Throws the codes of its contract. */
export async function setYear(tx: AnyTx, actor: Actor, wanted: Wanted): Promise<number> {
  const { yearId, version, draft } = wanted;
  const [fault] = yearFaults(draft);
  if (fault !== undefined) refuse(fault.code, { at: fault.at }, 422);
  const years = await tx.rows<StandingYear>(holdYears, [actor.schoolId]);
  const standing = years.find(({ id }) => id === yearId);
  if ((standing?.version ?? 0) !== version) refuse('organisation.changedMeanwhile');
  const other = years.find(
    ({ id, startDate, endDate }) => id !== yearId && startDate <= draft.endDate && draft.startDate <= endDate,
  );
  if (other !== undefined) refuse('year.overlapsYear', { start: other.startDate, end: other.endDate }, 422);
  await refuseLostMarks(tx, actor, wanted);
  const after = Number(await tx.text(writeYear, [actor.schoolId, yearId, ...valuesOf(draft)]));
  await tx.run(clearBreaks, [actor.schoolId, yearId]);
  await insertMany(
    tx,
    {
      into: 'organisation.holiday_break',
      columns: ['school_id', 'id', 'academic_year_id', 'name', 'start_date', 'end_date', 'grades'],
    },
    draft.breaks.map(({ name, startDate, endDate, grades }) => [
      tx.schoolId,
      uuidv7(),
      yearId,
      name.trim(),
      startDate,
      endDate,
      grades,
    ]),
  );
  await recordAct(tx, {
    ...actor,
    action: 'organisation.setYear',
    subject: { yearId, version: after, ...draft },
  });
  const payload: FrameChanged = { what: 'year' };
  await announce(tx, { name: frameChanged, topics: [schoolTopic], payload });
  return after;
}

/** A scheme keeps its kind and number of periods; a grade whose final marks hang on one cannot leave it. */
async function refuseLostMarks(
  tx: AnyTx,
  actor: Actor,
  { yearId, draft, hasFinalMarks }: Wanted,
): Promise<void> {
  const standing = await tx.rows<StandingScheme>(schemesOfYear, [actor.schoolId, yearId]);
  for (const before of standing) {
    const after = draft.schemes.find(({ id }) => id === before.id);
    if (after && (after.kind !== before.kind || after.periods.length !== before.periods))
      refuse('year.schemeKept', undefined, 422);
    const leaving = before.grades.filter((grade) => after?.grades.includes(grade) !== true);
    if (leaving.length > 0 && (await hasFinalMarks(tx, { yearId, schemeId: before.id, grades: leaving })))
      refuse('year.schemeHasMarks', { grades: leaving });
  }
}

function valuesOf({ startDate, endDate, schemes }: YearDraft): unknown[] {
  const periods = schemes.flatMap(({ id: scheme, kind, periods: spans }) => [
    {
      id: uuidv7(),
      scheme,
      kind: 'year',
      ordinal: 0,
      name: periodName('year', 0),
      start: startDate,
      end: endDate,
    },
    ...spans.map((span, index) => ({
      id: uuidv7(),
      scheme,
      kind,
      ordinal: index + 1,
      name: periodName(kind, index + 1),
      start: span.startDate,
      end: span.endDate,
    })),
  ]);
  const grades = schemes.flatMap(({ id: scheme, grades: own }) => own.map((grade) => ({ grade, scheme })));
  return [
    `${startDate.slice(0, 4)}/${endDate.slice(0, 4)}`,
    startDate,
    endDate,
    JSON.stringify(schemes.map(({ id, kind }) => ({ id, kind, name: schemeNames[kind] }))),
    JSON.stringify(periods),
    JSON.stringify(grades),
  ];
}

const schemeNames = {
  quarter: 'Четверти',
  trimester: 'Триместры',
  halfYear: 'Полугодия',
  module: 'Модули',
} as const;
