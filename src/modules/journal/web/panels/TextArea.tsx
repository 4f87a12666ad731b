import { type SelfSaving, useSelfSaving } from './use-self-saving.ts';

type TextAreaProps = SelfSaving & {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | null;
  readonly rows: number;
  readonly maxLength: number;
  readonly isFocused?: boolean;
  readonly isClosed?: boolean;
};

/** A pause in typing after which the text is written. */
const pauseMs = 700;

/** A text that saves itself. */
export function TextArea(props: TextAreaProps) {
  const { id, label, hint, rows, maxLength, isFocused, isClosed } = props;
  const { shown, onInput, onBlur } = useSelfSaving(props, pauseMs);
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {label}
      </label>
      <div class="field__frame">
        <textarea
          id={id}
          class="field__input field__input--text"
          rows={rows}
          maxLength={maxLength}
          readOnly={isClosed === true}
          autofocus={isFocused === true}
          aria-describedby={hint ? `${id}-hint` : undefined}
          value={shown}
          onInput={onInput}
          onBlur={onBlur}
        />
      </div>
      {hint ? (
        <p class="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}
