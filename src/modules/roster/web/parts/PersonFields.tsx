import type { ComponentChildren } from 'preact';
import { useWords } from '#web/page-context.tsx';
import { Field, Select } from '#web/ui/Field.tsx';
import type { PersonChange } from '../../person/contract.ts';
import { officeWords } from '../words.ts';

/** What is typed about a person: empty lines, not nulls. */
export type PersonDraft = {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly birthDate: string;
  readonly gender: '' | 'male' | 'female';
  readonly phone: string;
  readonly email: string;
};

export const emptyDraft: PersonDraft = {
  lastName: '',
  firstName: '',
  middleName: '',
  birthDate: '',
  gender: '',
  phone: '',
  email: '',
};

export type PersonData = Omit<PersonChange, 'snils' | 'expected'>;

export function draftOf(data: PersonData): PersonDraft {
  const { lastName, firstName, middleName, birthDate, gender, phone, email } = data;
  return {
    lastName,
    firstName,
    middleName: middleName ?? '',
    birthDate: birthDate ?? '',
    gender: gender ?? '',
    phone: phone ?? '',
    email: email ?? '',
  };
}

export function dataOf(draft: PersonDraft): PersonData {
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  return {
    lastName: draft.lastName.trim(),
    firstName: draft.firstName.trim(),
    middleName: orNull(draft.middleName),
    birthDate: orNull(draft.birthDate),
    gender: draft.gender === '' ? null : draft.gender,
    phone: orNull(draft.phone),
    email: orNull(draft.email),
  };
}

type PersonFieldsProps = {
  /** Tells two such forms on one page apart. */
  readonly prefix: string;
  readonly draft: PersonDraft;
  readonly set: (change: Partial<PersonDraft>) => void;
  /** After a first try to send: names what is missing. */
  readonly isChecked: boolean;
  /** Further fields at the end. */
  readonly children?: ComponentChildren;
};

export function PersonFields({ prefix, draft, set, isChecked, children }: PersonFieldsProps) {
  const { form, card } = useWords(officeWords);
  const missing = (text: string) => (isChecked && text.trim() === '' ? form.required : null);
  return (
    <div class="fields">
      <Field
        id={`${prefix}-last-name`}
        label={form.lastName}
        value={draft.lastName}
        error={missing(draft.lastName)}
        maxLength={80}
        autoComplete="off"
        required
        onInput={(event) => set({ lastName: event.currentTarget.value })}
      />
      <Field
        id={`${prefix}-first-name`}
        label={form.firstName}
        value={draft.firstName}
        error={missing(draft.firstName)}
        maxLength={80}
        autoComplete="off"
        required
        onInput={(event) => set({ firstName: event.currentTarget.value })}
      />
      <Field
        id={`${prefix}-middle-name`}
        label={form.middleName}
        hint={form.middleNameHint}
        value={draft.middleName}
        maxLength={80}
        autoComplete="off"
        onInput={(event) => set({ middleName: event.currentTarget.value })}
      />
      <Field
        id={`${prefix}-birth-date`}
        type="date"
        label={card.birthDate}
        value={draft.birthDate}
        min="1900-01-01"
        onInput={(event) => set({ birthDate: event.currentTarget.value })}
      />
      <Select
        id={`${prefix}-gender`}
        label={card.gender}
        value={draft.gender}
        onChange={(event) => {
          const { value } = event.currentTarget;
          set({ gender: value === 'male' || value === 'female' ? value : '' });
        }}
      >
        <option value="">{form.genderNone}</option>
        <option value="female">{card.genders.female}</option>
        <option value="male">{card.genders.male}</option>
      </Select>
      <Field
        id={`${prefix}-phone`}
        label={card.phone}
        value={draft.phone}
        maxLength={40}
        inputMode="tel"
        autoComplete="off"
        onInput={(event) => set({ phone: event.currentTarget.value })}
      />
      <Field
        id={`${prefix}-email`}
        label={card.email}
        value={draft.email}
        maxLength={120}
        inputMode="email"
        autoComplete="off"
        onInput={(event) => set({ email: event.currentTarget.value })}
      />
      {children}
    </div>
  );
}
