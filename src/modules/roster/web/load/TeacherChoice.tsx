import { fullName } from '#modules/roster/person/rules.ts';
import { useWords } from '#web/page-context.tsx';
import { Select } from '#web/ui/Field.tsx';
import { officeWords } from '../words.ts';
import { candidates, type LoadBook, type LoadStaff } from './views.ts';

type Props = {
  readonly id: string;
  readonly book: LoadBook;
  readonly subjectId: string;
  /** Who teaches it already, and goes on. */
  readonly except?: string | null;
  /** The day they begin: only who works here then can be chosen. */
  readonly from: string;
  readonly value: string;
  readonly choose: (staffId: string) => void;
  readonly error?: string | null;
  /** What no choice means. */
  readonly none: string;
};

/** Somebody of the staff; those of the subject stand first. */
export function TeacherChoice({ id, book, subjectId, except, from, value, choose, error, none }: Props) {
  const { load: words } = useWords(officeWords);
  const { ofSubject, teachers, others } = candidates(book, subjectId, from);
  const options = (label: string, all: readonly LoadStaff[]) => {
    const staff = all.filter((one) => one.id !== except);
    return staff.length === 0 ? null : (
      <optgroup label={label}>
        {staff.map((one) => (
          <option key={one.id} value={one.id}>
            {fullName(one)}
          </option>
        ))}
      </optgroup>
    );
  };
  return (
    <Select
      id={id}
      label={words.teacher}
      value={value}
      error={error ?? null}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      <option value="">{none}</option>
      {options(words.ofSubject, ofSubject)}
      {options(words.otherTeachers, teachers)}
      {options(words.otherStaff, others)}
    </Select>
  );
}
