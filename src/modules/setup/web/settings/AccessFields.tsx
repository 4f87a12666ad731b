import { useWords } from '#web/page-context.tsx';
import { Field } from '#web/ui/Field.tsx';
import { setUpWords } from '../words.ts';
import type { FieldsProps } from './SettingsFields.tsx';

/** From which day on those who lead the school sign in with a second step; empty = whoever wishes. */
export function AccessFields({ typed, set }: FieldsProps) {
  const { settings: words } = useWords(setUpWords);
  return (
    <section class="card" aria-labelledby="settings-access">
      <h2 id="settings-access">{words.access}</h2>
      <Field
        id="setting-secondFactorFrom"
        type="date"
        label={words.secondFactorFrom}
        hint={words.secondFactorHint}
        value={typed.secondFactorFrom ?? ''}
        onChange={(event) => set({ secondFactorFrom: event.currentTarget.value || null })}
      />
    </section>
  );
}
