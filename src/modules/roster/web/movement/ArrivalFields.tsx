import { className } from '#modules/roster/school-class/rules.ts';
import { useWords } from '#web/page-context.tsx';
import { Field, Select } from '#web/ui/Field.tsx';
import type { PeopleFrame } from '../../people/contract.ts';
import { officeWords } from '../words.ts';
import { divisionsOf } from './arrival.ts';

export type ArrivalDraft = {
  readonly classId: string;
  readonly date: string;
  /** By division. */
  readonly subgroups: Readonly<Record<string, string>>;
};

export type OrderDraft = { readonly orderNumber: string; readonly orderDate: string };

export const subgroupIdsOf = ({ subgroups }: ArrivalDraft): string[] =>
  Object.values(subgroups).filter((id) => id !== '');

type ArrivalFieldsProps = {
  readonly frame: PeopleFrame;
  readonly draft: ArrivalDraft;
  readonly set: (draft: ArrivalDraft) => void;
  /** The class the student is in: nobody moves into it. */
  readonly except: string | null;
  readonly isChecked: boolean;
};

/** Into which class, from which day, into which subgroups. */
export function ArrivalFields({ frame, draft, set, except, isChecked }: ArrivalFieldsProps) {
  const { move, form } = useWords(officeWords);
  const divisions = draft.classId === '' ? [] : divisionsOf(frame, draft.classId);
  return (
    <>
      <div class="fields">
        <Select
          id="move-class"
          label={move.toClass}
          value={draft.classId}
          error={isChecked && draft.classId === '' ? form.required : null}
          onChange={(event) => set({ ...draft, classId: event.currentTarget.value, subgroups: {} })}
        >
          <option value="">{move.chooseClass}</option>
          {frame.classes
            .filter(({ id }) => id !== except)
            .map((one) => (
              <option key={one.id} value={one.id}>
                {className(one)}
              </option>
            ))}
        </Select>
        <Field
          id="move-date"
          type="date"
          label={move.firstDay}
          value={draft.date}
          min={frame.year?.startDate}
          max={frame.year?.endDate}
          error={isChecked && draft.date === '' ? form.required : null}
          onInput={(event) => set({ ...draft, date: event.currentTarget.value })}
        />
      </div>
      {divisions.length === 0 ? null : (
        <fieldset>
          <legend class="fields__legend">{move.subgroups}</legend>
          <div class="fields">
            {divisions.map(({ key, subject, groups }, at) => (
              <Select
                key={key}
                id={`move-subgroup-${at}`}
                label={move.subgroupOf(subject)}
                value={draft.subgroups[key] ?? ''}
                onChange={(event) =>
                  set({ ...draft, subgroups: { ...draft.subgroups, [key]: event.currentTarget.value } })
                }
              >
                <option value="">{move.noSubgroup}</option>
                {groups.map(({ id, label }) => (
                  <option key={id} value={id}>
                    {label}
                  </option>
                ))}
              </Select>
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}

type OrderFieldsProps = {
  readonly draft: OrderDraft;
  readonly set: (draft: OrderDraft) => void;
  readonly isChecked: boolean;
};

export function OrderFields({ draft, set, isChecked }: OrderFieldsProps) {
  const { move, form } = useWords(officeWords);
  const missing = (text: string) => (isChecked && text.trim() === '' ? form.required : null);
  return (
    <div class="fields">
      <Field
        id="order-number"
        label={move.orderNumber}
        value={draft.orderNumber}
        maxLength={40}
        autoComplete="off"
        error={missing(draft.orderNumber)}
        onInput={(event) => set({ ...draft, orderNumber: event.currentTarget.value })}
      />
      <Field
        id="order-date"
        type="date"
        label={move.orderDate}
        value={draft.orderDate}
        error={missing(draft.orderDate)}
        onInput={(event) => set({ ...draft, orderDate: event.currentTarget.value })}
      />
    </div>
  );
}
