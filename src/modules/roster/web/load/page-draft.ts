import type { LoadBook } from './views.ts';

/** What is typed about a new page: empty lines, not nulls. */
export type PageDraft = {
  readonly classId: string;
  readonly groupId: string;
  readonly subjectId: string;
  readonly hours: string;
  /** Empty = no teacher yet. */
  readonly staffId: string;
  readonly startDate: string;
};

export function emptyPage({ load, day }: LoadBook, classId: string): PageDraft {
  return {
    classId: classId === '' ? (load.classes[0]?.id ?? '') : classId,
    groupId: '',
    subjectId: '',
    hours: '1',
    staffId: '',
    startDate: day,
  };
}

const most = 400;

/** «2», «1,5», «0.5»: tenths of an hour a week; null where it is none of them. */
export function hoursTenths(written: string): number | null {
  const text = written.trim().replace(',', '.');
  if (!/^\d{1,2}(\.\d)?$/.test(text)) return null;
  const tenths = Math.round(Number(text) * 10);
  return tenths >= 1 && tenths <= most ? tenths : null;
}
