import { useWords } from '../../page-context.tsx';
import { uiWords } from '../ui-words.ts';

export type Shortcut = {
  /** Pressed together: `['Ctrl', 'Z']`. */
  readonly keys: readonly string[];
  readonly word: string;
};

/** Hints with key caps at the foot of a working area. */
export function ShortcutBar({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  const words = useWords(uiWords);
  return (
    <ul class="shortcuts no-print" aria-label={words.shortcuts}>
      {shortcuts.map(({ keys, word }) => (
        <li key={word}>
          <KeyCaps keys={keys} /> {word}
        </li>
      ))}
    </ul>
  );
}

export function KeyCaps({ keys }: { keys: readonly string[] }) {
  return (
    <span class="keys">
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
