import { useWords } from '../page-context.tsx';
import { type MarkBand, type MarkFacts, markBand, markName, markText } from './mark-names.ts';
import { uiWords } from './ui-words.ts';

type MarkChipProps = MarkFacts & {
  /** For scales other than the five-point one. */
  readonly band?: MarkBand;
  /** `large` for the mark of a period, `cell` inside the journal. */
  readonly size?: 'large' | 'cell';
};

/** A mark. Its digit, edge and bars carry the meaning; colour only repeats it. */
export function MarkChip(props: MarkChipProps) {
  const words = useWords(uiWords);
  const { value, second, weight, isReplaced, size } = props;
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
      {second ? <Second value={second} /> : null}
      <WeightBars weight={weight ?? 1} />
    </span>
  );
}

function Second({ value }: { value: string }) {
  const words = useWords(uiWords);
  return <span class={`mark__second mark--${lookOf(value, markBand(value))}`}>{markText(words, value)}</span>;
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
