/**
 * Writes what was typed. Answers what stands after it, or null where the text is not acceptable. `since` = the version the
 * typing began from, said when another device has changed the text meanwhile: the server answers with a conflict and
 * neither text is lost.
 */
export type WriteTyped = (text: string, since?: number) => string | null;

/** Holds the newest typed text until it is written, and knows whether somebody else wrote the place meanwhile. */
export function draftWriter() {
  let typed: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let write: WriteTyped = () => null;
  /** The text the person knows to stand there, and its version. */
  let own = { text: '', version: 0 };
  let standing = own;

  /** False = the text was refused; it is still held. */
  const flush = (): boolean => {
    clearTimeout(timer);
    if (typed === null) return true;
    const isOthers = standing.text !== own.text;
    const written = isOthers ? write(typed, own.version) : write(typed);
    if (written === null) return false;
    typed = null;
    own = { text: written, version: own.version };
    standing = own;
    return true;
  };
  return {
    flush,
    /** Told at each rendering: what stands, and whether the field still shows a draft instead. */
    stands(now: { readonly text: string; readonly version: number }, isHeld: boolean) {
      standing = now;
      if (!isHeld || now.text === own.text) own = now;
    },
    onWrite(next: WriteTyped) {
      write = next;
    },
    /** Without a pause it waits until the field is left. */
    type(text: string, pauseMs: number | null) {
      typed = text;
      clearTimeout(timer);
      if (pauseMs !== null) timer = setTimeout(flush, pauseMs);
    },
  };
}
