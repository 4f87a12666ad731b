import { markText } from '#web/ui/mark-names.ts';
import type { Write } from '../queue/writes.ts';
import type { Journal } from './journal.ts';

type Speaker = Pick<Journal, 'words' | 'uiWords' | 'formats' | 'store'>;

/** What a change says, in words: for a conflict or a refusal. */
export function writeText(speaker: Speaker, content: Write['content'] | null): string {
  const { words, uiWords } = speaker;
  if (content === null) return words.emptyCell;
  if ('fact' in content)
    return content.fact === 'present' ? words.emptyCell : uiWords.attendanceWord[content.fact];
  if ('topic' in content) return content.topic ?? words.lessons.noTopic;
  if ('text' in content) return content.text === '' ? words.lessons.noHomework : content.text;
  if ('workTypeId' in content) return content.title ?? words.grid.weight(content.weight);
  if (content.value === null) return words.emptyCell;
  const value = markText(uiWords, content.value);
  return 'comment' in content && content.comment !== null ? `${value} (${content.comment})` : value;
}

/** Where a change stands, in words: «Гаврилов Тимур, 28 октября». */
export function writePlace({ formats, store }: Speaker, { place, content }: Write): string {
  const { students, columns, lessons, finals } = store.model.peek();
  const student = 'studentId' in place ? students.find(({ id }) => id === place.studentId)?.name : null;
  if ('gradingPeriodId' in place) {
    const period = finals.find(({ periodId }) => periodId === place.gradingPeriodId)?.name;
    return [student, period].filter(Boolean).join(', ');
  }
  const lessonId =
    'lessonId' in place
      ? place.lessonId
      : 'lessonId' in content
        ? content.lessonId
        : columns.find(({ work }) => work.id === place.workId)?.lesson.id;
  const date = lessons.find(({ id }) => id === lessonId)?.date;
  return [student, date === undefined ? null : formats.day(date)].filter(Boolean).join(', ');
}
