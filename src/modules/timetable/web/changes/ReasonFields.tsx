import { useWords } from '#web/page-context.tsx';
import { Field, Select } from '#web/ui/Field.tsx';
import { changeReasons, type ChangeReason, publicReasons } from '../../changes/rules.ts';
import { timetableWords } from '../words.ts';

type ReasonFieldsProps = {
  readonly reasonCode: ChangeReason;
  readonly note: string;
  readonly setReasonCode: (code: ChangeReason) => void;
  readonly setNote: (note: string) => void;
};

/** Why: the reason says at once who will read it. */
export function ReasonFields({ reasonCode, note, setReasonCode, setNote }: ReasonFieldsProps) {
  const words = useWords(timetableWords);
  const isPublic = publicReasons.some((code) => code === reasonCode);
  return (
    <>
      <Select
        id="change-reason"
        label={words.reason}
        hint={isPublic ? words.reasonSeen : words.reasonHidden}
        value={reasonCode}
        onChange={(event) =>
          setReasonCode(changeReasons.find((code) => code === event.currentTarget.value) ?? 'other')
        }
      >
        {changeReasons.map((code) => (
          <option key={code} value={code}>
            {words.reasons[code]}
          </option>
        ))}
      </Select>
      <Field
        id="change-note"
        label={words.note}
        value={note}
        maxLength={300}
        onInput={(event) => setNote(event.currentTarget.value)}
      />
    </>
  );
}
