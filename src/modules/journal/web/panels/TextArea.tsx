import { useEffect, useRef, useState } from 'preact/hooks';

type TextAreaProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | null;
  readonly rows: number;
  readonly maxLength: number;
  readonly isFocused?: boolean;
  readonly isClosed?: boolean;
  /** What stands there now, from here or from another device. */
  readonly value: string;
  /** Called a moment after the last key and when the field is left. */
  readonly onWrite: (text: string) => void;
};

/** A pause in typing after which the text is written. */
const pauseMs = 700;

/** A text that saves itself. While it is being typed, nothing from elsewhere changes it. */
export function TextArea(props: TextAreaProps) {
  const { id, label, hint, rows, maxLength, isFocused, isClosed, value, onWrite } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ draft, onWrite });
  latest.current = { draft, onWrite };
  const write = () => {
    clearTimeout(timer.current);
    const { draft: text, onWrite: send } = latest.current;
    if (text !== null) send(text);
  };
  // Closing the panel inside the pause must not lose the last words.
  useEffect(() => write, []);
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
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- asked for by key: «comment»
          autofocus={isFocused === true}
          aria-describedby={hint ? `${id}-hint` : undefined}
          value={draft ?? value}
          onInput={(event) => {
            setDraft(event.currentTarget.value);
            clearTimeout(timer.current);
            timer.current = setTimeout(write, pauseMs);
          }}
          onBlur={() => {
            write();
            setDraft(null);
          }}
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
