import { addDays, readsSetUp, type SchoolSettings } from '#modules/organisation/index.ts';
import type { Actor } from '#platform/actor.ts';
import { type AnyTx, serve } from '#platform/serve.ts';
import { compareAverages, type ScaleEntry } from '../marks/rules.ts';
import { wholeValues } from '../final-marks/rules.ts';
import {
  previewScale,
  previewSettings,
  type ScalePreview,
  type SettingsPreview,
  type SettingsWishes,
} from './contract.ts';
import { heldByDate, rulesOfMarks, sumsOfPeriod } from './queries.ts';
import {
  averageOf,
  changedStudents,
  countProposals,
  type MarkSums,
  proposalRows,
  type Side,
  type ValuesOfScales,
} from './rules.ts';

export const settingsPreviewRoutes = [
  serve(previewSettings, {
    policy: readsSetUp,
    run: ({ tx, actor, body, platform }) =>
      preview(tx, actor, { wishes: body, now: platform.clock.schoolNow() }),
  }),
  serve(previewScale, {
    policy: readsSetUp,
    run: ({ tx, actor, params, body }) => scalePreview(tx, actor, { ...body, scaleId: params.scaleId }),
  }),
];

type MarkRules = {
  readonly settings: SchoolSettings;
  readonly values: readonly (ScaleEntry & { readonly scaleId: string; readonly isOffered: boolean })[];
};

async function marksBy(tx: AnyTx): Promise<{ settings: SchoolSettings; values: ValuesOfScales }> {
  const rules = JSON.parse((await tx.text(rulesOfMarks, [tx.schoolId])) ?? '{}') as MarkRules;
  const byScale = Map.groupBy(rules.values, ({ scaleId }) => scaleId);
  return {
    settings: rules.settings,
    values: new Map([...byScale].map(([scaleId, values]) => [scaleId, wholeValues(values)])),
  };
}

async function scalePreview(
  tx: AnyTx,
  { schoolId, today }: Actor,
  wish: { readonly scaleId: string; readonly worths: readonly { code: string; hundredths: number }[] },
): Promise<ScalePreview> {
  const { settings: rules, values } = await marksBy(tx);
  const asked = [schoolId, today, rules.retakes === 'replace', wish.scaleId, JSON.stringify(wish.worths)];
  const sums = await tx.rows<MarkSums>(sumsOfPeriod, asked);
  const [from, to]: [Side, Side] = [
    { rules, of: 'now' },
    { rules, of: 'wished' },
  ];
  const students = (of: readonly MarkSums[]) => of.reduce((sum, { students: some }) => sum + some, 0);
  const counted = sums.filter(({ marks }) => marks > 0);
  const isOther = (one: MarkSums) => compareAverages(averageOf(one, from), averageOf(one, to)) !== 0;
  return {
    averages: students(counted),
    averagesChanged: students(counted.filter(isOther)),
    proposals: {
      changed: changedStudents(sums, { from, to, values }),
      rows: proposalRows(countProposals(sums, from, values), countProposals(sums, to, values)),
    },
  };
}

type Held = {
  readonly settings: SchoolSettings;
  readonly dates: readonly { readonly date: string; readonly lessons: number; readonly unfilled: number }[];
};

async function preview(
  tx: AnyTx,
  actor: Actor,
  { wishes, now }: { readonly wishes: SettingsWishes; readonly now: Date },
): Promise<SettingsPreview> {
  const { schoolId, today } = actor;
  const held = JSON.parse((await tx.text(heldByDate, [schoolId, now.toISOString()])) ?? '{}') as Held;
  const { settings, dates } = held;
  const { values } = await marksBy(tx);
  const sums = (retakes: SettingsWishes['retakes']) =>
    tx.rows<MarkSums>(sumsOfPeriod, [schoolId, today, retakes === 'replace', null, '[]']);
  const before = await sums(settings.retakes);
  const after = wishes.retakes === settings.retakes ? before : await sums(wishes.retakes);
  const lessons = (from: string | null, to: string | null, of: 'lessons' | 'unfilled' = 'lessons') =>
    dates
      .filter(({ date }) => (from === null || date >= from) && (to === null || date < to))
      .reduce((sum, day) => sum + day[of], 0);
  const firstDay = (days: number | null) => (days === null ? null : addDays(today, -days));
  const [first, then] = [firstDay(settings.editWindowDays), firstDay(wishes.editWindowDays)];
  return {
    today,
    window: {
      openNow: lessons(first, null),
      openThen: lessons(then, null),
      unfilledLost: then !== null && (first === null || first < then) ? lessons(first, then, 'unfilled') : 0,
      reasonNow: lessons(first, firstDay(settings.reasonAfterDays)),
      reasonThen: lessons(then, firstDay(wishes.reasonAfterDays)),
      firstDay: then,
    },
    proposals: proposalsOf({ before, after, settings, wishes, values }),
  };
}

/** Of one set of sums exactly; where the rule of retakes changes as well, at least by the differing counts. */
function proposalsOf(given: {
  readonly before: readonly MarkSums[];
  readonly after: readonly MarkSums[];
  readonly settings: SchoolSettings;
  readonly wishes: SettingsWishes;
  readonly values: ValuesOfScales;
}): SettingsPreview['proposals'] {
  const { before, after, settings, wishes, values } = given;
  const [from, to]: [Side, Side] = [
    { rules: settings, of: 'now' },
    { rules: wishes, of: 'now' },
  ];
  const rows = proposalRows(countProposals(before, from, values), countProposals(after, to, values));
  const more = rows.reduce((sum, { now, wished }) => sum + Math.max(0, wished - now), 0);
  return { rows, changed: before === after ? changedStudents(before, { from, to, values }) : more };
}
