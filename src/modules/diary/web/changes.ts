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
  return changes.some(({ kind }) => kind === 'move') ? 'move' : null;
}

/** Everything that changed, each in a few words with its reason. */
export function changeNotes(
  lesson: ChangedLesson & { readonly insteadOf: string | null },
  words: DiaryWords,
  formats: Formats,
): string[] {
  const notes = lesson.changes.flatMap((change) => {
    const text = {
      substitution: lesson.teacher ? words.taughtBy(shortName(lesson.teacher)) : null,
      cancellation: null,
      move: change.oldDate === null ? words.otherTime : words.movedFrom(formats.day(change.oldDate)),
      room: change.oldRoom === null ? null : words.otherRoom(change.oldRoom),
      merge: words.merged,
      bells: words.otherTime,
    }[change.kind];
    const parts = [text, change.reason].filter((part) => part !== null);
    return parts.length > 0 ? [parts.join(' · ')] : [];
  });
  if (lesson.insteadOf !== null) notes.unshift(words.insteadOf(lesson.insteadOf));
  if (lesson.state === 'retired') notes.push(words.retired);
  return notes;
}
