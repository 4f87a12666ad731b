import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
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

/** What was written, and where to go from there. */
export function Written({ summary, children }: { summary: string; children: ComponentChildren }) {
  const words = useWords(uploadWords);
  return (
    <section class="import-done" role="status">
      <h2>
        <Icon path={check} size={22} /> {words.written}
      </h2>
      <p>{summary}</p>
      {children}
    </section>
  );
}
