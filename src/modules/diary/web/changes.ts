import type { Formats } from '#web/formats.ts';
import { shortName } from '#modules/roster/person/rules.ts';
import type { ChangeKind } from '#web/ui/ChangeTag.tsx';
import type { DiaryLesson } from '../week/contract.ts';
import type { DiaryWords } from './ru.ts';

type ChangedLesson = Pick<DiaryLesson, 'state' | 'replacesId' | 'changes' | 'teacher'>;

/** The one word beside a subject: the change that matters most to a family. */
export function changeKind({ state, replacesId, changes }: ChangedLesson): ChangeKind | null {
  if (state === 'cancelled') return 'cancellation';
  if (state === 'retired') return 'extra';
  if (replacesId !== null || changes.some(({ kind }) => kind === 'substitution')) return 'substitution';
  const other = (['move', 'merge', 'room'] as const).find((wanted) =>
    changes.some(({ kind }) => kind === wanted),
  );
  return other ?? null;
}

/** Everything that changed, each in a few words with its reason. */
export function changeNotes(
  lesson: ChangedLesson & { readonly insteadOf: string | null },
  words: DiaryWords,
  formats: Formats,
): string[] {
  const notes = lesson.changes.flatMap((change) => {
    const text = {
      substitution: taughtBy(lesson, change, words),
      cancellation: null,
      move: movedFrom(change, words, formats),
      room: change.oldRoom === null ? null : words.otherRoom(change.oldRoom),
      merge: words.merged,
      bells: words.otherTime,
    }[change.kind];
    const reason = change.reason === null ? null : words.reason[change.reason];
    const parts = [text, reason].filter((part) => part !== null);
    return parts.length > 0 ? [parts.join(' · ')] : [];
  });
  if (lesson.insteadOf !== null) notes.unshift(words.insteadOf(lesson.insteadOf));
  if (lesson.state === 'retired') notes.push(words.retired);
  return notes;
}

type Change = ChangedLesson['changes'][number];

function taughtBy({ teacher }: ChangedLesson, { oldTeacher }: Change, words: DiaryWords): string | null {
  if (!teacher) return null;
  return oldTeacher
    ? words.taughtInsteadOf(shortName(teacher), shortName(oldTeacher))
    : words.taughtBy(shortName(teacher));
}

function movedFrom({ oldDate, oldNumber }: Change, words: DiaryWords, formats: Formats): string {
  if (oldDate === null) return words.otherTime;
  const day = formats.day(oldDate);
  return oldNumber === null ? words.movedFrom(day) : words.movedFromLesson(day, words.lesson(oldNumber));
}
