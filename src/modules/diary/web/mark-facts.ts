import type { MarkBand, MarkFacts } from '#web/ui/mark-names.ts';
import type { DiaryMark } from '../week/contract.ts';
import type { WorkMark } from '../week/rules.ts';

type ShownMark = Pick<
  DiaryMark,
  'workId' | 'attempt' | 'slot' | 'value' | 'band' | 'pointDue' | 'weight' | 'workType'
>;

const bands: Readonly<Record<NonNullable<DiaryMark['band']>, MarkBand>> = {
  excellent: '5',
  good: '4',
  satisfactory: '3',
  poor: '2',
};

/** The chip's band of a mark of any scale. */
export function bandOf(band: DiaryMark['band']): MarkBand {
  return band === null ? null : bands[band];
}

/** What a chip shows and says of one attempt at one work; `day` words the date a point is due. */
export function chipFacts(
  { mark, second, isReplaced }: WorkMark<ShownMark>,
  day: (date: string) => string,
): MarkFacts & { readonly band: MarkBand } {
  return {
    value: mark.value ?? 'pendingPoint',
    second: second?.value ?? null,
    work: mark.workType.toLowerCase(),
    weight: mark.weight,
    isReplaced,
    dueBy: mark.pointDue === null ? null : day(mark.pointDue),
    band: bandOf(mark.band),
  };
}

/** A key of one attempt at one work, unique on a page. */
export function markKey({ workId, attempt }: Pick<DiaryMark, 'workId' | 'attempt'>): string {
  return `${workId}.${attempt}`;
}
