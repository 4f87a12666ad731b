import type { Actor } from '#platform/actor.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { announce } from '#platform/outbox/announce.ts';
import { schoolTopic } from '#platform/outbox/topics.ts';
import { refuse } from '#platform/problem.ts';
import type { AnyTx } from '#platform/serve.ts';
import { frameChanged, type FrameChanged } from '../events.ts';
import type { ScaleDraft } from './contract.ts';
import { dropValues, holdScales, type StandingScale, writeScale, writeValues } from './queries.ts';
import { isPassing, reducedWorth, scaleFault } from './rules.ts';

/** What hangs on a scale, as the modules above know it. */
export type ScaleUse = {
  /** Of these codes those that marks have, each with its number of marks. */
  readonly codesInUse: (
    tx: AnyTx,
    scaleId: string,
    codes: readonly string[],
  ) => Promise<readonly { readonly code: string; readonly marks: number }[]>;
  /** Journal pages of the scale in this year and later: those of years that are over keep it. */
  readonly pages: (tx: AnyTx, scaleId: string, today: string) => Promise<number>;
};

type Wanted = { readonly id: string; readonly version: number; readonly draft: ScaleDraft };

/** Writes a scale as a whole. Throws the codes of its contract. */
export async function setMarkScale(
  tx: AnyTx,
  actor: Actor,
  { id, version, draft, use }: Wanted & { readonly use: ScaleUse },
): Promise<{ version: number }> {
  const fault = scaleFault(draft);
  if (fault !== null) refuse(fault.code, fault.facts, 422);
  const standing = await tx.rows<StandingScale>(holdScales, [actor.schoolId]);
  const own = standing.find((scale) => scale.id === id);
  if ((own?.version ?? 0) !== version) refuse('organisation.changedMeanwhile');
  const name = draft.name.trim();
  const isTaken = standing.some(
    (other) => other.id !== id && other.name.toLowerCase() === name.toLowerCase(),
  );
  if (isTaken) refuse('scales.nameTaken', { name });
  if (own?.isUsual === true && (!draft.isUsual || draft.isRetired))
    refuse('scales.usualNeeded', undefined, 422);
  if (draft.isRetired) await refuseUsed(tx, { id, today: actor.today, use });
  const gone = goneCodes(own, draft);
  if (gone.length > 0) {
    const [used] = await use.codesInUse(tx, id, gone);
    if (used) refuse('scales.valueInUse', used);
  }
  const becomesUsual = draft.isUsual && own?.isUsual !== true;
  const after = Number(await tx.text(writeScale, [actor.schoolId, id, name, becomesUsual, draft.isRetired]));
  if (gone.length > 0) await tx.run(dropValues, [actor.schoolId, id, gone]);
  const values = draft.values.map(({ code, hundredths, band, isOffered }) => ({
    code,
    ...reducedWorth(hundredths),
    band: hundredths === null ? null : band,
    isPassing: isPassing({ code, band }),
    isOffered,
  }));
  await tx.run(writeValues, [actor.schoolId, id, JSON.stringify(values)]);
  await recordAct(tx, {
    ...actor,
    action: 'organisation.setMarkScale',
    subject: { scaleId: id, version: after, ...draft, before: own?.values ?? null },
  });
  const payload: FrameChanged = { what: 'scales' };
  await announce(tx, { name: frameChanged, topics: [schoolTopic], payload });
  return { version: after };
}

function goneCodes(own: StandingScale | undefined, { values }: ScaleDraft): string[] {
  const kept = new Set(values.map(({ code }) => code));
  return (own?.values ?? []).map(({ code }) => code).filter((code) => !kept.has(code));
}

async function refuseUsed(
  tx: AnyTx,
  { id, today, use }: { readonly id: string; readonly today: string; readonly use: ScaleUse },
): Promise<void> {
  const pages = await use.pages(tx, id, today);
  if (pages > 0) refuse('scales.inUse', { pages });
}
