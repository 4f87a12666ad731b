import { useWords } from '#web/page-context.tsx';
import { uiWords } from '#web/ui/ui-words.ts';
import { markText } from '#web/ui/mark-names.ts';
import type { DiaryWeek } from '../../week/contract.ts';
import { diaryWords } from '../words.ts';

/** At most this many changes are read out one by one. */
const spoken = 3;

/** Says what a newer copy of a week has that the older one had not. */
export function useWeekNews(): (before: DiaryWeek, after: DiaryWeek) => string {
  const words = useWords(diaryWords);
  const names = useWords(uiWords);
  return (before, after) => {
    const known = new Set(entriesOf(before).map(({ key }) => key));
    const fresh = entriesOf(after).filter(({ key, of }) => !known.has(key) && (of === null || known.has(of)));
    if (fresh.length > spoken) return words.weekChanged;
    return fresh
      .map(({ subject, value, of }) => {
        if (value !== null) return words.newMark(markText(names, value), subject);
        return of === null ? words.newHomework(subject) : words.newFile(subject);
      })
      .join('. ');
  };
}

type Entry = {
  readonly key: string;
  readonly subject: string;
  readonly value: string | null;
  /** The homework a file belongs to: with a new one its files go without saying. */
  readonly of: string | null;
};

function entriesOf({ days }: DiaryWeek): Entry[] {
  return days.flatMap(({ lessons }) =>
    lessons.flatMap(({ subject, marks, due }) => [
      ...marks.flatMap(({ workId, attempt, slot, value }) =>
        value === null ? [] : [{ key: `${workId}.${attempt}.${slot}.${value}`, subject, value, of: null }],
      ),
      ...due.flatMap(({ id, files }) => [
        { key: id, subject, value: null, of: null },
        ...files.map((file) => ({ key: file.id, subject, value: null, of: id })),
      ]),
    ]),
  );
}
