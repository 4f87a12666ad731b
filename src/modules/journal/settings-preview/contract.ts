import { type Static, Type } from 'typebox';
import { endpoint, isoDate, nullable, object, oneOf, schoolId } from '#platform/contract.ts';

const count = Type.Integer({ minimum: 0 });
const days = Type.Integer({ minimum: 0, maximum: 730 });
const marks = Type.Integer({ minimum: 0, maximum: 50 });

/** How many students have each proposal in a subject of theirs. */
const counts = object({ 5: count, 4: count, 3: count, 2: count, notAssessed: count });

/** The settings that decide over entries and proposals; null = without limit. */
const wishes = object({
  editWindowDays: nullable(days),
  reasonAfterDays: days,
  averageKind: oneOf(['weighted', 'plain']),
  averagesPreset: oneOf(['math', '4.6', 'novosib', 'strict']),
  minimumMarks: object({ oneHour: marks, moreHours: marks }),
  retakes: oneOf(['replace', 'average']),
  pointHoldsFive: Type.Boolean(),
});

export const previewSettings = endpoint({
  id: 'journal.previewSettings',
  method: 'POST',
  path: '/api/schools/{schoolId}/settings/preview',
  summary: 'What other settings would change in the journals as they stand today; nothing is written',
  tags: ['journal'],
  params: object({ schoolId }),
  body: wishes,
  reply: object({
    today: isoDate,
    window: object({
      /** Of lessons that were held this year: those teachers can write in now, and could then. */
      openNow: count,
      openThen: count,
      /** Without a topic, and closed by the wish. */
      unfilledLost: count,
      /** Open lessons whose marks need a typed reason, now and then. */
      reasonNow: count,
      reasonThen: count,
      /** The first day whose lessons would be open; null = all of them. */
      firstDay: nullable(isoDate),
    }),
    /** Of the grading period of today; all zero between periods. */
    proposals: object({ now: counts, wished: counts, changed: count }),
  }),
});

export type SettingsWishes = Static<typeof wishes>;
export type SettingsPreview = Static<typeof previewSettings.reply>;
export type ProposalCounts = Static<typeof counts>;
