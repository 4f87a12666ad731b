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

type DraftWriter = ReturnType<typeof draftWriter>;

/** Writes the newest text once, after a pause or when it is asked to. */
function draftWriter() {
  let text: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let write: (text: string) => void = () => {};
  const flush = () => {
    clearTimeout(timer);
    if (text !== null) write(text);
    text = null;
  };
  return {
    flush,
    onWrite(next: (text: string) => void) {
      write = next;
    },
    later(typed: string) {
      text = typed;
      clearTimeout(timer);
      timer = setTimeout(flush, pauseMs);
    },
  };
}

/** A pause in typing after which the text is written. */
const pauseMs = 700;

/** A text that saves itself. While it is being typed, nothing from elsewhere changes it. */
export function TextArea(props: TextAreaProps) {
  const { id, label, hint, rows, maxLength, isFocused, isClosed, value, onWrite } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const writer = useRef<DraftWriter>(null);
  writer.current ??= draftWriter();
  const { current: own } = writer;
  own.onWrite(onWrite);
  // Closing the panel inside the pause must not lose the last words.
  useEffect(() => () => own.flush(), [own]);
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
          value={draft ?? value}
          onInput={(event) => {
            setDraft(event.currentTarget.value);
            own.later(event.currentTarget.value);
          }}
          onBlur={() => {
            own.flush();
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
