import { matchingName, shortName } from '#modules/roster/person/rules.ts';
import { className } from '#modules/roster/school-class/rules.ts';
import type { ChangeKind } from '#web/ui/ChangeTag.tsx';
import type { Formats } from '#web/formats.ts';
import type { StaffLesson, StandingChange } from '../lessons/contract.ts';
import type { TimetableWords } from './ru.ts';

type Grouped = Pick<StaffLesson, 'group' | 'classes'>;

/** «7 «Б»», «7 «Б», 7 «В»» */
export function classNames(classes: StaffLesson['classes']): string {
  return classes.map(className).join(', ');
}

/** «7 «Б»»; of a part of a class also which: «7 «Б», 1-я подгруппа»; a group of its own by its name. */
export function groupName({ group, classes }: Grouped): string {
  if (classes.length === 0) return group.name;
  if (group.kind === 'class') return classNames(classes);
  const part = partName(group.name);
  return part === null ? group.name : `${classNames(classes)}, ${part}`;
}

/** The part of a class a lesson is for, for who sees the class already; null for a whole class. */
export function partOfClass({ group }: Grouped): string | null {
  return group.kind === 'class' ? null : (partName(group.name) ?? group.name);
}

/** «1-я подгруппа» out of «7Б, английский язык, 1-я подгруппа»; null where a group is named otherwise. */
function partName(name: string): string | null {
  const parts = name.split(', ');
  return parts.length < 3 ? null : (parts.at(-1) ?? null);
}

/** The words beside a lesson, those that matter most first. */
export function changeTags({ state, replacesId, changes }: StaffLesson): readonly ChangeKind[] {
  if (state === 'cancelled') return ['cancellation'];
  const kinds = new Set<ChangeKind>(replacesId === null ? [] : ['substitution']);
  for (const { kind } of changes) {
    if (kind === 'substitution' || kind === 'move' || kind === 'merge' || kind === 'room') kinds.add(kind);
  }
  return (['substitution', 'move', 'merge', 'room'] as const).filter((kind) => kinds.has(kind));
}

/** What stood there before a change, in a few words; null where the word alone says it all. */
export function changeNote(change: StandingChange, words: TimetableWords, formats: Formats): string | null {
  const { kind, oldTeacher, oldDate, oldNumber, oldRoom } = change;
  if (kind === 'substitution' || kind === 'merge') {
    const was = oldTeacher ? words.was(shortName(oldTeacher)) : null;
    return kind === 'merge' ? words.merged : was;
  }
  if (kind === 'move' && oldDate !== null) {
    return words.movedFrom(formats.day(oldDate), words.lesson(oldNumber ?? 0));
  }
  if (kind === 'room' && oldRoom !== null) return words.was(words.room(oldRoom));
  return null;
}

/** All words of the search begin some word of the text. */
export function matches(text: string, search: string): boolean {
  const wanted = matchingName(search.replaceAll(/[«»"]/gu, ' ')).split(' ').filter(Boolean);
  const words = matchingName(text.replaceAll(/[«»"]/gu, ' ')).split(/[\s,.]+/u);
  const joined = words.join('');
  return wanted.every((start) => words.some((word) => word.startsWith(start)) || joined.startsWith(start));
}
