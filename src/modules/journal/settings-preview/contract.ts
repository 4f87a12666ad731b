import { type Static, Type } from 'typebox';
import { endpoint, isoDate, nullable, object, oneOf, schoolId, uuid } from '#platform/contract.ts';

const count = Type.Integer({ minimum: 0 });
const days = Type.Integer({ minimum: 0, maximum: 730 });
const marks = Type.Integer({ minimum: 0, maximum: 50 });

/** Proposals of period marks of students in their subjects, of the grading period of today; nothing between periods. */
const proposals = object({
  /** Of how many students it would be another one. */
  changed: count,
  /** How many have each, the best first, «н/а» last; without those nobody has. */
  rows: Type.Array(object({ code: Type.String(), now: count, wished: count })),
});

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
    proposals,
  }),
});

export const previewScale = endpoint({
  id: 'journal.previewScale',
  method: 'POST',
  path: '/api/schools/{schoolId}/mark-scales/{scaleId}/preview',
  summary:
    'What other worths of a scale would change in the averages of today’s grading period; nothing is written',
  tags: ['journal'],
  params: object({ schoolId, scaleId: uuid }),
  body: object({
    worths: Type.Array(
      object({
        code: Type.String({ maxLength: 20 }),
        hundredths: Type.Integer({ minimum: 0, maximum: 10_000 }),
      }),
      { maxItems: 120 },
    ),
  }),
  reply: object({
    /** Of students in their subjects. */
    averages: count,
    averagesChanged: count,
    proposals,
  }),
});

export type SettingsWishes = Static<typeof wishes>;
export type SettingsPreview = Static<typeof previewSettings.reply>;
export type ScalePreview = Static<typeof previewScale.reply>;
export type Proposals = Static<typeof proposals>;
