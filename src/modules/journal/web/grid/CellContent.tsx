import { markText } from '#web/ui/mark-names.ts';
import type { UiWords } from '#web/ui/ru.ts';
import type { CellView, ShownMark } from '../store/views.ts';

/** What stands in a cell. It is silent: the cell itself carries the name. */
export function CellContent({ view, uiWords }: { view: CellView; uiWords: UiWords }) {
  const { marks, attendance, reason, state } = view;
  const letter = attendance === null ? null : uiWords.attendanceLetter[letterOf(attendance.fact, reason)];
  // The last two values: both of a dual mark, or a retake beside what it replaced.
  const shown = marks.slice(-2);
  return (
    <>
      {letter === null ? null : <span class={shown.length > 0 ? 'away away--small' : 'away'}>{letter}</span>}
      {shown.map((mark) => (
        <Chip key={`${mark.attempt} ${mark.slot}`} mark={mark} uiWords={uiWords} isHalf={shown.length > 1} />
      ))}
      {marks.some(({ comment }) => comment !== null) ? <i class="corner" /> : null}
      {state === null ? null : <i class={`dot dot--${state}`} />}
    </>
  );
}

function Chip({ mark, uiWords, isHalf }: { mark: ShownMark; uiWords: UiWords; isHalf: boolean }) {
  const { value, band, isReplaced } = mark;
  const text = markText(uiWords, value);
  const look = [
    'chip',
    value === 'pendingPoint' ? 'chip--point' : `chip--${band ?? 'none'}`,
    text.length > 1 && 'chip--word',
    isHalf && 'chip--half',
    isReplaced && 'chip--replaced',
  ];
  const name = look.filter(Boolean).join(' ');
  return isReplaced ? <s class={name}>{text}</s> : <span class={name}>{text}</span>;
}

type Letter = 'absent' | 'late' | 'leftEarly' | 'exempt' | 'remote' | 'ill' | 'excused' | 'unexcused';

function letterOf(fact: string, reason: string | null): Letter {
  return (reason ?? fact) as Letter;
}
