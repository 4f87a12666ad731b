import type { UiWords } from '#web/ui/ru.ts';
import { type MarkBand, markText } from '#web/ui/mark-names.ts';
import type { ScaleValue } from '../../pages/contract.ts';

type ValueButtonsProps = {
  readonly label: string;
  /** Those that may be given. */
  readonly scale: readonly ScaleValue[];
  readonly bandOf: (code: string) => MarkBand;
  readonly uiWords: UiWords;
  readonly current: string | null;
  /** Takes the focus of a dialog that opens: on the current value, else on the first. */
  readonly hasFocus?: boolean;
  readonly onChoose: (value: string) => void;
};

/** All values of the page's scale; numbers first, from the best. */
export function ValueButtons(props: ValueButtonsProps) {
  const { label, scale, bandOf, uiWords, current, hasFocus, onChoose } = props;
  const ordered = orderedScale(scale);
  const focused = ordered.some(({ code }) => code === current) ? current : ordered[0]?.code;
  return (
    <div class="values" role="group" aria-label={label}>
      {ordered.map(({ code }) => (
        <button
          key={code}
          type="button"
          class={`value chip--${code === 'pendingPoint' ? 'point' : (bandOf(code) ?? 'none')}`}
          aria-pressed={code === current}
          aria-label={uiWords.markWord[code] ?? uiWords.mark(code)}
          autofocus={hasFocus === true && code === focused}
          onClick={() => onChoose(code)}
        >
          {markText(uiWords, code)}
        </button>
      ))}
    </div>
  );
}

function orderedScale(scale: readonly ScaleValue[]): readonly ScaleValue[] {
  const worth = ({ numerator, denominator }: ScaleValue) =>
    numerator === null ? -1 : numerator / denominator;
  return scale.toSorted((a, b) => worth(b) - worth(a));
}
