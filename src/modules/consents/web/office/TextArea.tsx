import { longest } from '../../purposes/rules.ts';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly error: string | null;
  readonly onText: (text: string) => void;
};

/** A whole document to type. */
export function TextArea({ id, label, hint, value, error, onText }: Props) {
  return (
    <div class={error === null ? 'field' : 'field field--wrong'}>
      <label class="field__label" for={id}>
        {label}
      </label>
      <div class="field__frame">
        <textarea
          id={id}
          class="field__input consents__area"
          rows={14}
          maxLength={longest.body}
          value={value}
          aria-invalid={error === null ? undefined : 'true'}
          aria-describedby={error === null ? `${id}-hint` : `${id}-hint ${id}-error`}
          onInput={(event) => onText(event.currentTarget.value)}
        />
      </div>
      <p class="field__hint" id={`${id}-hint`}>
        {hint}
      </p>
      {error === null ? null : (
        <p class="field__error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
