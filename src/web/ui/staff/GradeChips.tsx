type GradeChipsProps = {
  /** Unique on the page. */
  readonly id: string;
  readonly label: string;
  readonly grades: readonly number[];
  /** Shown, and not to be chosen: they belong elsewhere. */
  readonly taken?: readonly number[];
  readonly disabled?: boolean;
  readonly choose: (grades: number[]) => void;
};

const allGrades = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

/** Which grades are meant: a row of chips, each a tick of its own. Grades beyond eleven are shown where they are chosen. */
export function GradeChips({ id, label, grades, taken = [], disabled, choose }: GradeChipsProps) {
  const shown = [...new Set([...allGrades, ...grades])].toSorted((a, b) => a - b);
  return (
    <fieldset class="grade-chips">
      <legend class="field__label">{label}</legend>
      <div class="chips">
        {shown.map((grade) => (
          <label key={grade} for={`${id}-${grade}`}>
            <input
              id={`${id}-${grade}`}
              type="checkbox"
              checked={grades.includes(grade)}
              disabled={disabled === true || (taken.includes(grade) && !grades.includes(grade))}
              onChange={({ currentTarget }) =>
                choose(
                  currentTarget.checked
                    ? [...grades, grade].toSorted((a, b) => a - b)
                    : grades.filter((other) => other !== grade),
                )
              }
            />
            {grade}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
