import { useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Field, Select } from '#web/ui/Field.tsx';
import type { AskingFacts } from '../../link-requests/facts.ts';
import { documentKinds, linkKinships, longest } from '../../link-requests/rules.ts';
import { onboardingWords } from '../words.ts';

/** The child, the kinship and the paper that will be shown at the school. */
export function AskForm({ facts: { schools, draft, schoolId } }: { facts: AskingFacts }) {
  const { asking: words } = useWords(onboardingWords);
  const [only] = schools;
  return (
    <form class="asking__form" method="post" action="/account/children">
      <input type="hidden" name="act" value="ask" />
      {schools.length === 1 && only ? (
        <input type="hidden" name="school" value={only.schoolId} />
      ) : (
        <Select id="school" name="school" label={words.school} required>
          {schools.map((school) => (
            <option key={school.schoolId} value={school.schoolId} selected={school.schoolId === schoolId}>
              {school.name}
            </option>
          ))}
        </Select>
      )}
      <Name name="lastName" label={words.lastName} value={draft.lastName} isNeeded />
      <Name name="firstName" label={words.firstName} value={draft.firstName} isNeeded />
      <Name name="middleName" label={words.middleName} value={draft.middleName} />
      <Field
        id="birthDate"
        name="birthDate"
        type="date"
        label={words.birthDate}
        value={draft.birthDate}
        required
      />
      <Choice
        name="kinship"
        label={words.kinship}
        chosen={draft.kinship}
        options={linkKinships.map((one) => [one, words.kinships[one]])}
      />
      <Choice
        name="document"
        label={words.document}
        hint={words.documentHint}
        chosen={draft.document}
        options={documentKinds.map((one) => [one, words.documents[one]])}
      />
      <Field
        id="documentTail"
        name="documentTail"
        label={words.tail}
        hint={words.tailHint}
        value={draft.documentTail}
        maxLength={longest.tail}
        autoComplete="off"
      />
      <Field
        id="word"
        name="word"
        label={words.word}
        value={draft.word}
        maxLength={longest.word}
        autoComplete="off"
      />
      <Button kind="primary" type="submit">
        {words.send}
      </Button>
    </form>
  );
}

type NameProps = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly isNeeded?: boolean;
};

function Name({ name, label, value, isNeeded = false }: NameProps) {
  return (
    <Field
      id={name}
      name={name}
      label={label}
      value={value}
      required={isNeeded}
      maxLength={longest.name}
      autoComplete="off"
    />
  );
}

type ChoiceProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly chosen: string;
  readonly options: readonly (readonly [value: string, word: string])[];
};

function Choice({ name, label, hint, chosen, options }: ChoiceProps) {
  const { asking: words } = useWords(onboardingWords);
  return (
    <Select id={name} name={name} label={label} hint={hint ?? null} required>
      <option value="" selected={chosen === ''}>
        {words.choose}
      </option>
      {options.map(([value, word]) => (
        <option key={value} value={value} selected={value === chosen}>
          {word}
        </option>
      ))}
    </Select>
  );
}
