import type { BodyOf, ReplyOf } from '#platform/contract.ts';
import { call } from '#web/api.ts';
import type { Api } from '#web/client-contract.ts';
import { newId } from '#web/new-id.ts';
import type { Place } from './place-rules.ts';

export type Weekly = ReplyOf<Api['GET /api/schools/{schoolId}/timetable/weekly']>;
export type WeeklyPage = Weekly['pages'][number];
export type Effect = ReplyOf<Api['POST /api/schools/{schoolId}/timetable/weekly/{classId}/preview']>;
type Body = BodyOf<Api['POST /api/schools/{schoolId}/timetable/weekly/{classId}/preview']>;

/** Another week of a class from a day on, against the week it was made from. */
export type Wanted = {
  readonly classId: string;
  readonly from: string;
  readonly cards: readonly Place[];
  readonly expected: readonly Place[];
};

export function readWeekly(schoolId: number, from: string | null, signal: AbortSignal): Promise<Weekly> {
  return call('GET /api/schools/{schoolId}/timetable/weekly', {
    params: { schoolId },
    query: from === null ? {} : { from },
    signal,
  });
}

const bodyOf = ({ from, cards, expected }: Wanted): Body => ({
  from,
  cards: [...cards],
  expected: [...expected],
});

export function previewWeekly(schoolId: number, wanted: Wanted, signal?: AbortSignal): Promise<Effect> {
  return call('POST /api/schools/{schoolId}/timetable/weekly/{classId}/preview', {
    params: { schoolId, classId: wanted.classId },
    body: bodyOf(wanted),
    ...(signal ? { signal } : {}),
  });
}

/** Writes what was agreed to. Throws Problem. */
export async function saveWeekly(schoolId: number, wanted: Wanted, agreed: string): Promise<void> {
  await call('PUT /api/schools/{schoolId}/timetable/weekly/{classId}', {
    params: { schoolId, classId: wanted.classId },
    body: { ...bodyOf(wanted), agreed },
    idempotencyKey: newId(),
  });
}

/** What was saved a moment ago goes back; nobody looks at it again before. Throws Problem. */
export async function takeBack(schoolId: number, saved: Wanted): Promise<void> {
  const wanted = { ...saved, cards: saved.expected, expected: saved.cards };
  const { fingerprint } = await previewWeekly(schoolId, wanted);
  await saveWeekly(schoolId, wanted, fingerprint);
}
