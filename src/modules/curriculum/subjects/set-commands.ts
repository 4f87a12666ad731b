import type { Actor } from '#platform/actor.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { announce } from '#platform/outbox/announce.ts';
import { staffTopic } from '#platform/outbox/topics.ts';
import { refuse } from '#platform/problem.ts';
import type { AnyTx } from '#platform/serve.ts';
import { curriculumChanged, type CurriculumChanged } from '../events.ts';
import type { SubjectDraft, WorkTypeDraft } from './contract.ts';
import { matchingSubject } from './rules.ts';
import {
  holdSubjects,
  holdWorkTypes,
  type StandingSubject,
  type StandingWorkType,
  writeSubject,
  writeWorkType,
} from './set-queries.ts';

type Wanted<Draft> = { readonly id: string; readonly version: number; readonly draft: Draft };

/** Adds or changes a subject. Throws the codes of its contract. */
export async function setSubject(tx: AnyTx, actor: Actor, wanted: Wanted<SubjectDraft>): Promise<void> {
  const { id, draft } = wanted;
  const name = draft.name.trim();
  const standing = ofVersion(await tx.rows<StandingSubject>(holdSubjects, [actor.schoolId]), wanted);
  if (standing.own && standing.own.kind !== draft.kind) refuse('curriculum.kindKept', undefined, 422);
  if (standing.others.some((other) => matchingSubject(other.name) === matchingSubject(name)))
    refuse('curriculum.nameTaken', { name });
  const area = draft.area?.trim() ?? '';
  await tx.run(writeSubject, [
    actor.schoolId,
    id,
    name,
    draft.shortName.trim(),
    area === '' ? null : area,
    draft.kind,
    draft.isRetired,
  ]);
  await tell(tx, actor, { what: 'subject', act: 'setSubject', subject: { subjectId: id, ...draft } });
}

/** Adds or changes a kind of work. Throws the codes of its contract. */
export async function setWorkType(tx: AnyTx, actor: Actor, wanted: Wanted<WorkTypeDraft>): Promise<void> {
  const { id, draft } = wanted;
  const name = draft.name.trim();
  const abbr = draft.abbr.trim();
  const standing = ofVersion(await tx.rows<StandingWorkType>(holdWorkTypes, [actor.schoolId]), wanted);
  if (standing.others.some((other) => matchingSubject(other.name) === matchingSubject(name)))
    refuse('curriculum.nameTaken', { name });
  if (standing.others.some((other) => other.abbr.toLowerCase() === abbr.toLowerCase()))
    refuse('curriculum.abbrTaken', { abbr });
  const isLost = standing.own?.isDefault === true && (!draft.isDefault || draft.isRetired);
  if (isLost || (draft.isDefault && draft.isRetired)) refuse('curriculum.defaultNeeded', undefined, 422);
  await tx.run(writeWorkType, [
    actor.schoolId,
    id,
    name,
    abbr,
    draft.weight,
    draft.isAssessment,
    draft.isDefault,
    draft.isRetired,
  ]);
  await tell(tx, actor, { what: 'workType', act: 'setWorkType', subject: { workTypeId: id, ...draft } });
}

function ofVersion<Row extends { readonly id: string; readonly version: number }>(
  rows: readonly Row[],
  { id, version }: { readonly id: string; readonly version: number },
) {
  const own = rows.find((row) => row.id === id);
  if ((own?.version ?? 0) !== version) refuse('curriculum.changedMeanwhile');
  return { own, others: rows.filter((row) => row.id !== id) };
}

async function tell(
  tx: AnyTx,
  actor: Actor,
  done: {
    readonly what: CurriculumChanged['what'];
    readonly act: string;
    readonly subject: Readonly<Record<string, unknown>>;
  },
): Promise<void> {
  await recordAct(tx, { ...actor, action: `curriculum.${done.act}`, subject: done.subject });
  const payload: CurriculumChanged = { what: done.what };
  await announce(tx, { name: curriculumChanged, topics: [staffTopic], payload });
}
