import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { draftWriter, type WriteTyped } from './draft-writer.ts';

export type SelfSaving = {
  /** What stands there now, from here or from another device, and its version. */
  readonly value: string;
  readonly version: number;
  readonly onWrite: WriteTyped;
};

/**
 * A field that saves itself: after a pause, when it is left, when its panel closes and when the page goes away. While it is
 * being typed in, nothing from elsewhere changes it.
 */
export function useSelfSaving({ value, version, onWrite }: SelfSaving, pauseMs: number | null) {
  const [draft, setDraft] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const [writer] = useState(draftWriter);
  useLayoutEffect(() => {
    writer.onWrite(onWrite);
    writer.stands({ text: value, version }, draft !== null);
  });
  useEffect(() => {
    const leave = () => {
      writer.flush();
    };
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
      leave();
    };
  }, [writer]);
  return {
    shown: draft ?? value,
    /** What was typed last can not be written as it is. */
    isWrong,
    onInput(event: { readonly currentTarget: { readonly value: string } }) {
      setDraft(event.currentTarget.value);
      setWrong(false);
      writer.type(event.currentTarget.value, pauseMs);
    },
    onBlur() {
      const isWritten = writer.flush();
      setWrong(!isWritten);
      if (isWritten) setDraft(null);
    },
  };
}
