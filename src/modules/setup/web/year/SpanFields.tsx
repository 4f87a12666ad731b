import type { ComponentChildren } from 'preact';
import { useWords } from '#web/page-context.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { warning } from '#web/ui/icons.ts';
import { setUpWords } from '../words.ts';

type Span = { readonly startDate: string; readonly endDate: string };
type Props = {
  readonly id: string;
  /** Of the row, or the field that holds it. */
  readonly name: string;
  readonly nameField?: ComponentChildren;
  readonly span: Span;
  readonly length: string | null;
  readonly fault: string | null;
  readonly set: (span: Partial<Span>) => void;
  readonly children?: ComponentChildren;
};

/** A row with a name and two dates: a grading period, a break. */
export function SpanFields({ id, name, nameField, span, length, fault, set, children }: Props) {
  const { year: words } = useWords(setUpWords);
  const wrong = fault === null ? {} : { 'aria-invalid': 'true' as const, 'aria-describedby': `${id}-fault` };
  return (
    <li class="span">
      <div class="span__name">{nameField ?? name}</div>
      <div class="span__dates">
        <input
          {...wrong}
          id={`${id}-from`}
          type="date"
          class="field__input"
          aria-label={`${name}: ${words.from.toLowerCase()}`}
          value={span.startDate}
          onInput={(event) => set({ startDate: event.currentTarget.value })}
        />
        <span aria-hidden="true">–</span>
        <input
          {...wrong}
          id={`${id}-to`}
          type="date"
          class="field__input"
          aria-label={`${name}: ${words.to.toLowerCase()}`}
          value={span.endDate}
          onInput={(event) => set({ endDate: event.currentTarget.value })}
        />
      </div>
      <span class="span__length quiet">{length}</span>
      {children}
      {fault === null ? null : (
        <p class="field__error" id={`${id}-fault`}>
          <Icon path={warning} size={16} />
          {fault}
        </p>
      )}
    </li>
  );
}
