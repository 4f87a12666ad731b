import { useWords } from '#web/page-context.tsx';
import { controlWords } from '../words.ts';

type GradeChoiceProps = {
  readonly choices: readonly number[];
  /** Null = all. */
  readonly chosen: readonly number[] | null;
  /** After a first try to send: says what is missing. */
  readonly isChecked: boolean;
  readonly choose: (grades: readonly number[] | null) => void;
};

/** All grades, or some by a tick each. */
export function GradeChoice({ choices, chosen, isChecked, choose }: GradeChoiceProps) {
  const { periods: words } = useWords(controlWords);
  const toggle = (grade: number, isOn: boolean) =>
    choose(choices.filter((one) => (one === grade ? isOn : chosen?.includes(one))));
  return (
    <fieldset class="grade-choice">
      <legend>{words.whose}</legend>
      <label>
        <input type="radio" name="grades" checked={chosen === null} onChange={() => choose(null)} />
        {words.all}
      </label>
      {choices.length > 1 ? (
        <label>
          <input type="radio" name="grades" checked={chosen !== null} onChange={() => choose([])} />
          {words.some}
        </label>
      ) : null}
      {chosen === null ? null : (
        <div class="grade-choice__grades">
          {choices.map((grade) => (
            <label key={grade}>
              <input
                type="checkbox"
                checked={chosen.includes(grade)}
                onChange={(event) => toggle(grade, event.currentTarget.checked)}
              />
              {words.grades([grade])}
            </label>
          ))}
        </div>
      )}
      {isChecked && chosen?.length === 0 ? (
        <p class="field__error" role="alert">
          {words.noGrade}
        </p>
      ) : null}
    </fieldset>
  );
}
