import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import { PageContext, useWords } from '#web/page-context.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { check } from '#web/ui/icons.ts';
import { FaultNote } from '#web/ui/Notes.tsx';
import { faultText } from './fault-text.ts';
import { uploadWords } from './words.ts';

/** That a file is being read or written, or why it was not. */
export function UploadState({ busy, fault }: { busy: 'reading' | 'writing' | null; fault: unknown }) {
  const words = useWords(uploadWords);
  const { language } = useContext(PageContext);
  return (
    <div aria-live="polite">
      {busy === null ? null : <p class="import__busy">{words[busy]}</p>}
      {fault === null ? null : <FaultNote>{faultText(language, fault)}</FaultNote>}
    </div>
  );
}

type DoneProps = { readonly summary: string; readonly children: ComponentChildren };

/** What was written, and where to go from there. */
export function Written(props: DoneProps) {
  return <Done {...props} title={useWords(uploadWords).written} />;
}

export function Done({ title, summary, children }: DoneProps & { readonly title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that was pressed is gone.
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="import-done" role="status">
      <h2 ref={heading} tabIndex={-1}>
        <Icon path={check} size={22} /> {title}
      </h2>
      <p>{summary}</p>
      {children}
    </section>
  );
}
