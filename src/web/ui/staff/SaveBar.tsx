import type { ComponentChildren } from 'preact';
import { useWords } from '../../page-context.tsx';
import { Button } from '../Button.tsx';
import { FaultNote } from '../Notes.tsx';
import { formWords } from './form-words.ts';

type SaveBarProps = {
  /** Something was typed; the bar is there only then. */
  readonly isTouched: boolean;
  readonly isSending: boolean;
  /** What keeps it from being saved. */
  readonly fault: string | null;
  /** What saving will do, in a line. */
  readonly effect?: ComponentChildren;
  /** Somebody else has saved meanwhile. */
  readonly isOutdated: boolean;
  readonly save: () => void;
  readonly reset: () => void;
};

/** The foot of a form that is saved as a whole: what it will do, save, take back. */
export function SaveBar({ isTouched, isSending, fault, effect, isOutdated, save, reset }: SaveBarProps) {
  const words = useWords(formWords);
  if (!isTouched) return null;
  return (
    <div class="save-bar no-print" role="region" aria-label={words.changes}>
      {isOutdated ? <FaultNote>{words.changedElsewhere}</FaultNote> : null}
      {fault === null || isOutdated ? null : <FaultNote>{fault}</FaultNote>}
      <div class="save-bar__line">
        <p class="quiet">{effect}</p>
        <Button disabled={isSending} onClick={reset}>
          {isOutdated ? words.showNew : words.takeBack}
        </Button>
        {isOutdated ? null : (
          <Button kind="primary" disabled={isSending} onClick={save}>
            {words.save}
          </Button>
        )}
      </div>
    </div>
  );
}
