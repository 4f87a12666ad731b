import { useState } from 'preact/hooks';
import { useProblemText } from '#web/staff/Fault.tsx';
import { showToast } from '#web/ui/toasts.ts';

type Row<Draft> = {
  readonly draft: Draft;
  readonly set: (change: Partial<Draft>) => void;
  readonly isChecked: boolean;
  readonly isSending: boolean;
  readonly fault: string | null;
  readonly save: () => void;
};

/** The form of one line of a list: saved at once, with the way back in the toast. */
export function useRow<Draft extends object>(given: {
  readonly standing: Draft;
  readonly version: number;
  readonly isWhole: (draft: Draft) => boolean;
  readonly write: (draft: Draft, version: number) => Promise<unknown>;
  readonly told: string;
  /** After it was saved. */
  readonly done: () => void;
}): Row<Draft> {
  const { standing, version, isWhole, write, told, done } = given;
  const problemText = useProblemText();
  const [draft, setDraft] = useState(standing);
  const [isChecked, setChecked] = useState(false);
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const undo = async () => {
    try {
      await write(standing, version + 1);
      done();
    } catch (error) {
      showToast(problemText(error));
    }
  };
  const send = async () => {
    setChecked(true);
    if (!isWhole(draft)) return;
    setSending(true);
    setFault(null);
    try {
      await write(draft, version);
      const back = () => {
        undo().catch(() => undefined);
      };
      showToast(told, version === 0 ? null : back);
      done();
    } catch (error) {
      setSending(false);
      setFault(problemText(error));
    }
  };
  return {
    draft,
    set: (change) => setDraft((before) => ({ ...before, ...change })),
    isChecked,
    isSending,
    fault,
    save: () => {
      send().catch(() => undefined);
    },
  };
}
