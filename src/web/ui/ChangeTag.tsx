import { useWords } from '../page-context.tsx';
import { uiWords } from './ui-words.ts';

export type ChangeKind = 'substitution' | 'cancellation' | 'move' | 'room' | 'merge' | 'extra';

/** «замена», «отмена», «перенос», «кабинет»: a change of the timetable, always in words. */
export function ChangeTag({ kind }: { kind: ChangeKind }) {
  const words = useWords(uiWords);
  return <span class={`tag tag--${kind}`}>{words.change[kind]}</span>;
}
