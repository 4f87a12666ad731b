import { useWords } from '#web/page-context.tsx';
import { Field, Select } from '#web/ui/Field.tsx';
import { officeWords } from '../words.ts';

export type LeavingDraft = {
  readonly lastDay: string;
  /** One of the usual reasons, or `other`. */
  readonly reason: string;
  readonly otherReason: string;
  readonly destination: string;
};

const other = 'other';

export const reasonOf = ({ reason, otherReason }: LeavingDraft): string =>
  reason === other ? otherReason.trim() : reason;

type Props = {
  readonly draft: LeavingDraft;
  readonly set: (draft: LeavingDraft) => void;
  readonly isChecked: boolean;
};

export function LeavingFields({ draft, set, isChecked }: Props) {
  const { move, form } = useWords(officeWords);
  return (
    <>
      <div class="fields">
        <Field
          id="leaving-day"
          type="date"
          label={move.lastDay}
          value={draft.lastDay}
          error={isChecked && draft.lastDay === '' ? form.required : null}
          onInput={(event) => set({ ...draft, lastDay: event.currentTarget.value })}
        />
        <Select
          id="leaving-reason"
          label={move.reason}
          value={draft.reason}
          error={isChecked && draft.reason === '' ? form.required : null}
          onChange={(event) => set({ ...draft, reason: event.currentTarget.value })}
        >
          <option value="">{move.chooseReason}</option>
          {move.reasons.map((reason) => (
            <option key={reason} value={reason}>
              {reason}
            </option>
          ))}
          <option value={other}>{move.otherReason}</option>
        </Select>
      </div>
      {draft.reason === other ? (
        <Field
          id="leaving-other"
          label={move.reasonText}
          value={draft.otherReason}
          maxLength={200}
          error={isChecked && draft.otherReason.trim() === '' ? form.required : null}
          onInput={(event) => set({ ...draft, otherReason: event.currentTarget.value })}
        />
      ) : null}
      <Field
        id="leaving-destination"
        label={move.destination}
        hint={move.destinationHint}
        value={draft.destination}
        maxLength={200}
        autoComplete="off"
        onInput={(event) => set({ ...draft, destination: event.currentTarget.value })}
      />
    </>
  );
}
