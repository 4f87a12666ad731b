import { useWords } from '#web/page-context.tsx';
import { Field, Select } from '#web/ui/Field.tsx';
import type { Kinship, Scope } from '../shapes.ts';
import { officeWords } from '../words.ts';

export type RightDraft = {
  readonly kinship: Kinship;
  readonly scope: readonly Scope[];
  readonly basis: string;
};

const kinships: readonly Kinship[] = ['mother', 'father', 'guardian', 'grandmother', 'grandfather', 'other'];
const scopes: readonly Scope[] = ['marks', 'messages', 'contacts', 'documents'];

export const wholeRight: RightDraft = { kinship: 'mother', scope: scopes, basis: '' };

type Props = {
  readonly draft: RightDraft;
  readonly set: (change: Partial<RightDraft>) => void;
  readonly isChecked: boolean;
};

/** Kinship, what may be seen, and the paper it rests on. */
export function RightFields({ draft, set, isChecked }: Props) {
  const { right, card } = useWords(officeWords);
  const { kinship, scope, basis } = draft;
  return (
    <>
      <Select
        id="right-kinship"
        label={right.kinship}
        value={kinship}
        onChange={(event) => {
          const chosen = kinships.find((one) => one === event.currentTarget.value);
          if (chosen) set({ kinship: chosen });
        }}
      >
        {kinships.map((one) => (
          <option key={one} value={one}>
            {card.kinships[one]}
          </option>
        ))}
      </Select>
      <fieldset class="ticks-of-scope">
        <legend>{right.scope}</legend>
        {scopes.map((one) => (
          <label key={one} class="tick">
            <input
              type="checkbox"
              checked={scope.includes(one)}
              onChange={(event) =>
                set({
                  scope: scopes.filter((other) =>
                    other === one ? event.currentTarget.checked : scope.includes(other),
                  ),
                })
              }
            />
            {card.scopes[one]}
          </label>
        ))}
        {isChecked && scope.length === 0 ? (
          <p class="field__error" role="alert">
            {right.scopeNone}
          </p>
        ) : null}
      </fieldset>
      <Field
        id="right-basis"
        label={right.basis}
        hint={right.basisHint}
        value={basis}
        maxLength={200}
        autoComplete="off"
        onInput={(event) => set({ basis: event.currentTarget.value })}
      />
    </>
  );
}
