import { useWords } from '../page-context.tsx';
import { type MarkBand, type MarkFacts, markBand, markName, markText } from './mark-names.ts';
import { uiWords } from './ui-words.ts';

type MarkChipProps = MarkFacts & {
  /** `large` for the mark of a period, `cell` inside the journal. */
  readonly size?: 'large' | 'cell';
};

/** A mark. Its digit, edge and bars carry the meaning; colour only repeats it. */
export function MarkChip(props: MarkChipProps) {
  const words = useWords(uiWords);
  const { value, second, weight, isReplaced, size } = props;
  if (second) return <DualChip {...props} second={second} />;
  const band = props.band === undefined ? markBand(value) : props.band;
  const look = [
    'mark',
    `mark--${lookOf(value, band)}`,
    size && `mark--${size}`,
    markText(words, value).length > 1 && 'mark--word',
    isReplaced && 'mark--replaced',
  ];
  return (
    <span class={look.filter(Boolean).join(' ')} role="img" aria-label={markName(words, props)}>
      {isReplaced ? <s>{markText(words, value)}</s> : markText(words, value)}
      <WeightBars weight={weight ?? 1} />
    </span>
  );
}

/** Two values of one work in one frame, parted by a slanted edge. */
function DualChip(props: MarkChipProps & { second: string }) {
  const words = useWords(uiWords);
  const { value, second, weight, size } = props;
  const look = size ? `mark mark--dual mark--${size}` : 'mark mark--dual';
  const half = (code: string) => `mark__half mark--${lookOf(code, markBand(code))}`;
  return (
    <span class={look} role="img" aria-label={markName(words, props)}>
      <span class={half(value)}>
        {markText(words, value)}
        <WeightBars weight={weight ?? 1} />
      </span>
      <span class={half(second)}>{markText(words, second)}</span>
    </span>
  );
}

/** Weight 2 has one bar, 3 and more two: they are counted, not measured. */
function WeightBars({ weight }: { weight: number }) {
  if (weight < 2) return null;
  return <span class={weight < 3 ? 'mark__bars' : 'mark__bars mark__bars--two'} aria-hidden="true" />;
}

function lookOf(value: string, band: MarkBand): string {
  if (value === 'pendingPoint') return 'point';
  return band ?? 'none';
}
