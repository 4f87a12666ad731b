import type { ComponentChildren } from 'preact';
import { Icon } from '../Icon.tsx';
import { chevronDown } from '../icons.ts';

type InlineSelectProps = {
  /** Read aloud; on the screen its place says what it is. Left out inside a `<label>`. */
  readonly name?: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  /** `<option>`s */
  readonly children: ComponentChildren;
};

/** A choice in a line or a table, where a field with its label above would be too much. */
export function InlineSelect({ name, value, onChoose, children }: InlineSelectProps) {
  return (
    <span class="inline-select">
      <select aria-label={name} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {children}
      </select>
      <Icon path={chevronDown} size={18} />
    </span>
  );
}
