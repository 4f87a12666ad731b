import { useWords } from '#web/page-context.tsx';
import { Field, Select } from '#web/ui/Field.tsx';
import { setUpWords } from '../words.ts';
import type { FieldsProps } from './SettingsFields.tsx';

/** From which day on those who lead the school sign in with a second step, and which sign-ins are told as nightly. */
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
      <fieldset class="settings__limits">
        <legend class="field__label">{words.night}</legend>
        <div class="settings__limit-fields">
          <Hour name="nightFrom" label={words.nightFrom} typed={typed} set={set} />
          <Hour name="nightUntil" label={words.nightUntil} typed={typed} set={set} />
        </div>
        <p class="quiet">{words.nightHint}</p>
      </fieldset>
    </section>
  );
}

type HourProps = Pick<FieldsProps, 'typed' | 'set'> & {
  readonly name: 'nightFrom' | 'nightUntil';
  readonly label: string;
};

function Hour({ typed, set, name, label }: HourProps) {
  return (
    <Select
      id={`setting-${name}`}
      label={label}
      value={String(typed[name])}
      onChange={(event) => set({ [name]: Number(event.currentTarget.value) })}
    >
      {hours.map((hour) => (
        <option key={hour} value={String(hour)}>
          {`${String(hour).padStart(2, '0')}:00`}
        </option>
      ))}
    </Select>
  );
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);
