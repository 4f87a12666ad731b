import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '#platform/actor.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { announce } from '#platform/outbox/announce.ts';
import { schoolTopic } from '#platform/outbox/topics.ts';
import { refuse } from '#platform/problem.ts';
import type { AnyTx } from '#platform/serve.ts';
import { frameChanged, type FrameChanged } from '../events.ts';
import type { SchoolSettings, SettingsDraft } from './contract.ts';
import { holdSchool, writeSettings } from './queries.ts';
import { overlappingLimits } from './rules.ts';

type Standing = {
  readonly name: string;
  readonly shortName: string;
  readonly version: number;
  readonly settings: SchoolSettings;
};

/** Writes names and settings; each change stands in the audit with its old value. Throws the codes of its contract. */
export async function setSettings(
  tx: AnyTx,
  actor: Actor,
  { version, draft }: { readonly version: number; readonly draft: SettingsDraft },
): Promise<{ version: number }> {
  if (overlappingLimits(draft.settings.homeworkLimits)) refuse('settings.gradesOverlap', undefined, 422);
  const [before] = await tx.rows<Standing>(holdSchool, [actor.schoolId]);
  if (before?.version !== version) refuse('organisation.changedMeanwhile');
  const wished = { name: draft.name.trim(), shortName: draft.shortName.trim(), ...draft.settings };
  const stood = { name: before.name, shortName: before.shortName, ...before.settings };
  const changes = (Object.keys(wished) as (keyof typeof wished)[])
    .filter((field) => !isDeepStrictEqual(wished[field], stood[field]))
    .map((field) => ({ field, old: stood[field], new: wished[field] }));
  if (changes.length === 0) return { version };
  const values = [actor.schoolId, wished.name, wished.shortName, JSON.stringify(draft.settings)];
  const after = Number(await tx.text(writeSettings, values));
  await recordAct(tx, { ...actor, action: 'organisation.setSettings', subject: { version: after, changes } });
  const isCard = changes.every(({ field }) => field === 'name' || field === 'shortName');
  const payload: FrameChanged = { what: isCard ? 'card' : 'settings' };
  await announce(tx, { name: frameChanged, topics: [schoolTopic], payload });
  return { version: after };
}
