import type { ComponentChildren, PartialInputHTMLAttributes, PartialSelectHTMLAttributes } from 'preact';
import { Icon } from './Icon.tsx';
import { chevronDown, warning } from './icons.ts';

type Described = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | null;
  readonly error?: string | null;
};

type FieldProps = Described &
  Omit<
    PartialInputHTMLAttributes<HTMLInputElement>,
    'class' | 'className' | 'id' | 'label' | 'role' | 'type'
  > & {
    readonly type?: 'text' | 'password' | 'date' | 'search';
    /** Id of a `datalist` with what may be meant. */
    readonly list?: string;
    /** A button inside the frame at the end: shows a password. */
    readonly after?: ComponentChildren;
  };

/** A line to fill in, with its label, hint and error read together. */
export function Field({ id, label, hint, error, after, type = 'text', ...input }: FieldProps) {
  return (
    <Framed id={id} label={label} hint={hint} error={error}>
      <div class="field__frame">
        {/* Preact's types tie each type of input to its own roles. */}
        <input
          {...input}
          type={type as 'text'}
          id={id}
          class="field__input"
          {...describedBy({ id, hint, error })}
        />
        {after}
      </div>
    </Framed>
  );
}

type SelectProps = Described &
  Omit<
    PartialSelectHTMLAttributes<HTMLSelectElement>,
    'class' | 'className' | 'id' | 'label' | 'role' | 'size'
  > & {
    readonly children: ComponentChildren;
  };

/** The browser's own list in our frame. */
export function Select({ id, label, hint, error, children, ...select }: SelectProps) {
  return (
    <Framed id={id} label={label} hint={hint} error={error}>
      <div class="field__frame">
        <select
          {...select}
          id={id}
          class="field__input field__input--select"
          {...describedBy({ id, hint, error })}
        >
          {children}
        </select>
        <Icon path={chevronDown} size={18} />
      </div>
    </Framed>
  );
}

type FramedProps = {
  readonly id: string;
  readonly label: string;
  readonly hint: string | null | undefined;
  readonly error: string | null | undefined;
  readonly children: ComponentChildren;
};

function Framed({ id, label, hint, error, children }: FramedProps) {
  return (
    <div class={error ? 'field field--wrong' : 'field'}>
      <label class="field__label" for={id}>
        {label}
      </label>
      {children}
      {hint ? (
        <p class="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p class="field__error" id={`${id}-error`}>
          <Icon path={warning} size={16} />
          {error}
        </p>
      ) : null}
    </div>
  );
}

function describedBy({ id, hint, error }: Omit<FramedProps, 'label' | 'children'>) {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return {
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
  };
}
