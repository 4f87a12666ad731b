import { useWords } from '#web/page-context.tsx';
import { Field, Select } from '#web/ui/Field.tsx';
import { setUpWords } from '../words.ts';
import type { Typed } from './typed-settings.ts';

export type FieldsProps = {
  readonly typed: Typed;
  readonly set: (change: Partial<Typed>) => void;
  readonly faults: ReadonlyMap<string, string>;
};

type TextField =
  | 'name'
  | 'shortName'
  | 'editWindowDays'
  | 'reasonAfterDays'
  | 'oneHour'
  | 'moreHours'
  | 'systematicAbsencePercent';

type TextProps = FieldsProps & {
  readonly name: TextField;
  readonly label: string;
  readonly hint?: string;
  readonly isNumber?: boolean;
};

function Text({ typed, set, faults, name, label, hint, isNumber }: TextProps) {
  return (
    <Field
      id={`setting-${name}`}
      label={label}
      hint={hint ?? null}
      value={typed[name]}
      error={faults.get(name) ?? null}
      maxLength={isNumber ? 3 : 300}
      autoComplete="off"
      onInput={(event) => set({ [name]: event.currentTarget.value })}
      {...(isNumber ? { inputMode: 'numeric' as const } : {})}
    />
  );
}

type ChoiceField = 'markWhenAbsent' | 'moveAfterMark' | 'averageKind' | 'averagesPreset' | 'retakes';
type ChoiceProps = FieldsProps & {
  readonly name: ChoiceField;
  readonly label: string;
  readonly kinds: Readonly<Record<string, string>>;
};

function Choice({ typed, set, name, label, kinds }: ChoiceProps) {
  return (
    <Select
      id={`setting-${name}`}
      label={label}
      value={typed[name]}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    >
      {Object.entries(kinds).map(([kind, word]) => (
        <option key={kind} value={kind}>
          {word}
        </option>
      ))}
    </Select>
  );
}

type TickProps = FieldsProps & {
  readonly name: 'pointHoldsFive' | 'lateHomeworkSkipsLesson';
  readonly label: string;
};

function Tick({ typed, set, name, label }: TickProps) {
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={typed[name]}
        onChange={(event) => set({ [name]: event.currentTarget.checked })}
      />
      <span>{label}</span>
    </label>
  );
}

export function CardFields(fields: FieldsProps) {
  const { settings: words } = useWords(setUpWords);
  return (
    <section class="card" aria-labelledby="settings-card">
      <h2 id="settings-card">{words.card}</h2>
      <Text {...fields} name="name" label={words.name} />
      <Text {...fields} name="shortName" label={words.shortName} hint={words.shortNameHint} />
    </section>
  );
}

export function EntryFields(fields: FieldsProps) {
  const { settings: words } = useWords(setUpWords);
  return (
    <section class="card" aria-labelledby="settings-entries">
      <h2 id="settings-entries">{words.entries}</h2>
      <div class="fields">
        <Text
          {...fields}
          name="editWindowDays"
          label={words.editWindow}
          hint={words.editWindowHint}
          isNumber
        />
        <Text {...fields} name="reasonAfterDays" label={words.reasonAfter} isNumber />
        <Choice
          {...fields}
          name="markWhenAbsent"
          label={words.markWhenAbsent}
          kinds={words.markWhenAbsentKinds}
        />
        <Choice
          {...fields}
          name="moveAfterMark"
          label={words.moveAfterMark}
          kinds={words.moveAfterMarkKinds}
        />
        <Text {...fields} name="systematicAbsencePercent" label={words.systematic} isNumber />
      </div>
    </section>
  );
}

export function FinalFields(fields: FieldsProps) {
  const { settings: words } = useWords(setUpWords);
  return (
    <section class="card" aria-labelledby="settings-finals">
      <div>
        <h2 id="settings-finals">{words.finals}</h2>
        <p class="quiet">{words.finalsAbout}</p>
      </div>
      <Choice {...fields} name="averageKind" label={words.averageKind} kinds={words.averageKinds} />
      <Choice {...fields} name="averagesPreset" label={words.preset} kinds={words.presets} />
      <Choice {...fields} name="retakes" label={words.retakes} kinds={words.retakesKinds} />
      <div class="fields">
        <Text {...fields} name="oneHour" label={words.minimumOneHour} hint={words.minimumHint} isNumber />
        <Text {...fields} name="moreHours" label={words.minimumMore} isNumber />
      </div>
      <Tick {...fields} name="pointHoldsFive" label={words.pointHoldsFive} />
    </section>
  );
}

export function HomeworkFields(fields: FieldsProps) {
  const { settings: words } = useWords(setUpWords);
  const { typed, set, faults } = fields;
  return (
    <section class="card" aria-labelledby="settings-homework">
      <h2 id="settings-homework">{words.homework}</h2>
      <Tick {...fields} name="lateHomeworkSkipsLesson" label={words.lateSkips} />
      <fieldset class="settings__limits">
        <legend class="field__label">{words.limits}</legend>
        <p class="field__hint">{words.limitsHint}</p>
        <div class="settings__limit-fields">
          {typed.limits.map(({ from, to, minutes }, at) => (
            <Field
              key={from}
              id={`setting-limit-${from}`}
              label={words.limitGrades(from, to)}
              inputMode="numeric"
              maxLength={3}
              value={minutes}
              error={faults.get(`limits.${at}`) ?? null}
              onInput={(event) =>
                set({
                  limits: typed.limits.map((one, index) =>
                    index === at ? { ...one, minutes: event.currentTarget.value } : one,
                  ),
                })
              }
            />
          ))}
        </div>
      </fieldset>
    </section>
  );
}
