import { Field } from '#web/ui/Field.tsx';
import { type SelfSaving, useSelfSaving } from './use-self-saving.ts';

type LineProps = SelfSaving & {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | null;
  readonly type?: 'text' | 'date';
  readonly min?: string;
  readonly isNumber?: boolean;
  readonly maxLength?: number;
  readonly isClosed?: boolean;
  /** What to say of a text that `onWrite` refuses. */
  readonly wrong?: string;
};

/** A day that was picked is written after a pause: its field may keep the focus. */
const pickedMs = 700;

/** A line that saves itself when it is left or Enter is pressed. What can not be saved stays, with the reason. */
export function LineField({ isNumber, isClosed, wrong, ...props }: LineProps) {
  const { value, version, onWrite, hint = null, maxLength, min, ...field } = props;
  const { shown, isWrong, onInput, onBlur } = useSelfSaving(
    { value, version, onWrite },
    field.type === 'date' ? pickedMs : null,
  );
  return (
    <Field
      {...field}
      {...(isNumber === true ? { inputMode: 'numeric' as const } : {})}
      {...(maxLength === undefined ? {} : { maxLength })}
      {...(min === undefined ? {} : { min })}
      hint={hint}
      error={isWrong ? (wrong ?? null) : null}
      disabled={isClosed === true}
      value={shown}
      onInput={onInput}
      onBlur={onBlur}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onBlur();
      }}
    />
  );
}

/** A whole number of a range, or null. */
export function wholeNumber(text: string, from: number, to: number): number | null {
  const number = /^\s*\d{1,4}\s*$/u.test(text) ? Number(text) : Number.NaN;
  return number >= from && number <= to ? number : null;
}
