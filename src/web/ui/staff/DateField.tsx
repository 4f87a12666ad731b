import { Field } from '../Field.tsx';

type DateFieldProps = {
  readonly id: string;
  readonly label: string;
  /** `YYYY-MM-DD` */
  readonly value: string;
  readonly onDate: (date: string) => void;
};

/** The date a page is about. A date half typed changes nothing. */
export function DateField({ id, label, value, onDate }: DateFieldProps) {
  return (
    <div class="date-field no-print">
      <Field
        id={id}
        type="date"
        label={label}
        value={value}
        onChange={(event) => {
          const date = event.currentTarget.value;
          if (/^\d{4}-\d{2}-\d{2}$/.test(date) && date !== value) onDate(date);
        }}
      />
    </div>
  );
}
