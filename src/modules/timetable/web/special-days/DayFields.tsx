import { className } from '#modules/roster/school-class/rules.ts';
import { useWords } from '#web/page-context.tsx';
import { Field, Select } from '#web/ui/Field.tsx';
import { publicReasons } from '../../changes/rules.ts';
import { timetableWords } from '../words.ts';
import type { SpecialDays, Wanted } from './acts.ts';
import { type DayForm, usualReason } from './form-rules.ts';
import { specialDaysWords } from './words.ts';

type DayFieldsProps = {
  readonly form: DayForm;
  readonly choices: SpecialDays;
  /** What is wrong with a field of the request. */
  readonly errorOf: (field: keyof Wanted) => string | null;
  readonly onChange: (change: Partial<DayForm>) => void;
};

const kinds = ['off', 'weekday', 'bells'] as const;
const weekdays = [1, 2, 3, 4, 5, 6];

/** What, for whom, when, why: only what the kind needs. */
export function DayFields(props: DayFieldsProps) {
  const { form, errorOf, onChange } = props;
  const words = useWords(specialDaysWords);
  const { reasons } = useWords(timetableWords);
  return (
    <div class="new-day__fields">
      <fieldset class="day-kinds">
        <legend class="field__label">{words.what}</legend>
        {kinds.map((kind) => (
          <label key={kind}>
            <input
              type="radio"
              name="day-kind"
              checked={form.kind === kind}
              onChange={() => onChange({ kind })}
            />
            <span>{words.kinds[kind]}</span>
          </label>
        ))}
      </fieldset>
      <Whom {...props} />
      <Days {...props} />
      <Which {...props} />
      <Select
        id="day-reason"
        label={words.reason}
        hint={words.reasonSeen}
        error={errorOf('reasonCode')}
        value={form.reasonCode ?? usualReason(form)}
        onChange={(event) => {
          const chosen = publicReasons.find((code) => code === event.currentTarget.value);
          onChange({ reasonCode: chosen ?? null });
        }}
      >
        {publicReasons.map((code) => (
          <option key={code} value={code}>
            {reasons[code]}
          </option>
        ))}
      </Select>
    </div>
  );
}

function Whom({ form, choices, errorOf, onChange }: DayFieldsProps) {
  const words = useWords(specialDaysWords);
  const grades = [...new Set(choices.classes.map(({ grade }) => grade))];
  return (
    <Select
      id="day-whom"
      label={words.whom}
      error={errorOf('scopeId')}
      value={form.whom}
      onChange={(event) => onChange({ whom: event.currentTarget.value })}
    >
      {form.whom === '' ? <option value="">{words.choose}</option> : null}
      <option value="school">{words.wholeSchool}</option>
      <optgroup label={words.grades}>
        {grades.map((grade) => (
          <option key={grade} value={`grade:${grade}`}>
            {words.grade(grade)}
          </option>
        ))}
      </optgroup>
      <optgroup label={words.classes}>
        {choices.classes.map((one) => (
          <option key={one.id} value={`class:${one.id}`}>
            {className(one)}
          </option>
        ))}
      </optgroup>
    </Select>
  );
}

function Days({ form, choices, errorOf, onChange }: DayFieldsProps) {
  const words = useWords(specialDaysWords);
  const bounds = { min: choices.year?.startDate, max: choices.year?.endDate };
  const isOne = form.kind === 'weekday';
  return (
    <div class="new-day__days">
      <Field
        id="day-from"
        type="date"
        label={isOne ? words.day : words.from}
        error={errorOf('from')}
        value={form.from}
        {...bounds}
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (value !== '') onChange({ from: value, to: form.to < value ? value : form.to });
        }}
      />
      {isOne ? null : (
        <Field
          id="day-to"
          type="date"
          label={words.to}
          error={errorOf('to')}
          value={form.to}
          {...bounds}
          min={form.from}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (value !== '') onChange({ to: value });
          }}
        />
      )}
    </div>
  );
}

/** Whose timetable, or which bells. */
function Which({ form, choices, errorOf, onChange }: DayFieldsProps) {
  const words = useWords(specialDaysWords);
  if (form.kind === 'off') return null;
  if (form.kind === 'weekday') {
    return (
      <Select
        id="day-weekday"
        label={words.asWeekday}
        error={errorOf('asWeekday')}
        value={form.asWeekday ?? ''}
        onChange={(event) => onChange({ asWeekday: Number(event.currentTarget.value) || null })}
      >
        <option value="">{words.choose}</option>
        {weekdays.map((weekday) => (
          <option key={weekday} value={weekday}>
            {words.weekdayOf(weekday)}
          </option>
        ))}
      </Select>
    );
  }
  return (
    <Select
      id="day-bells"
      label={words.bells}
      hint={choices.schedules.length < 2 ? words.noSchedules : null}
      error={errorOf('bellScheduleId')}
      value={form.bellScheduleId ?? ''}
      onChange={(event) => onChange({ bellScheduleId: event.currentTarget.value || null })}
    >
      <option value="">{words.choose}</option>
      {choices.schedules.map(({ id, name, shift }) => (
        <option key={id} value={id}>
          {words.shift(name, shift)}
        </option>
      ))}
    </Select>
  );
}
