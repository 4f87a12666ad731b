import { addDays, readsSetUp, type SchoolSettings } from '#modules/organisation/index.ts';
import type { Actor } from '#platform/actor.ts';
import { type AnyTx, serve } from '#platform/serve.ts';
import { previewSettings, type SettingsPreview, type SettingsWishes } from './contract.ts';
import { heldByDate, sumsOfPeriod } from './queries.ts';
import { countProposals, type MarkSums, proposalOf } from './rules.ts';

export const settingsPreviewRoutes = [
  serve(previewSettings, {
    policy: readsSetUp,
    run: ({ tx, actor, body, platform }) =>
      preview(tx, actor, { wishes: body, now: platform.clock.schoolNow() }),
  }),
];

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
  const sums = (retakes: SettingsWishes['retakes']) =>
    tx.rows<MarkSums>(sumsOfPeriod, [schoolId, today, retakes === 'replace']);
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
    proposals: {
      now: countProposals(before, settings),
      wished: countProposals(after, wishes),
      changed: changedStudents({ before, after, settings, wishes }),
    },
  };
}

/** Of one set of sums exactly; where the rule of retakes changes as well, at least by the differing counts. */
function changedStudents(given: {
  readonly before: readonly MarkSums[];
  readonly after: readonly MarkSums[];
  readonly settings: SchoolSettings;
  readonly wishes: SettingsWishes;
}): number {
  const { before, after, settings, wishes } = given;
  if (before === after)
    return before
      .filter((sums) => proposalOf(sums, settings) !== proposalOf(sums, wishes))
      .reduce((sum, { students }) => sum + students, 0);
  const now = countProposals(before, settings);
  const then = countProposals(after, wishes);
  const codes = ['5', '4', '3', '2', 'notAssessed'] as const;
  return codes.reduce((sum, code) => sum + Math.max(0, then[code] - now[code]), 0);
}
