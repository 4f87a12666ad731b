import type { ComponentChildren } from 'preact';
import { useContext, useEffect } from 'preact/hooks';
import { Problem } from '#web/api.ts';
import { PageContext, useWords } from '#web/page-context.tsx';
import { problemText } from '#web/problem-words.ts';
import { Button } from '#web/ui/Button.tsx';
import { SegmentedTabs } from '#web/ui/Navigation.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { PageHeader } from '#web/ui/staff/PageHeader.tsx';
import { TableMenu } from '#web/ui/staff/TableMenu.tsx';
import { controlOf, periodsOf } from './addresses.ts';
import { controlWords } from './words.ts';
import './control.css';

type ControlHeadProps = {
  readonly schoolId: number;
  readonly view: 'completeness' | 'periods';
  readonly title: string;
  readonly context?: ComponentChildren;
};

/** The head of the section's pages, with the way between them. */
export function ControlHead({ schoolId, view, title, context }: ControlHeadProps) {
  const words = useWords(controlWords);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <PageHeader title={title} context={context}>
      <SegmentedTabs
        name={words.views}
        places={[
          { href: controlOf(schoolId), word: words.completenessTab, isCurrent: view === 'completeness' },
          { href: periodsOf(schoolId), word: words.periodsTab, isCurrent: view === 'periods' },
        ]}
      />
      {view === 'completeness' ? <TableMenu schoolId={schoolId} name={title} /> : null}
    </PageHeader>
  );
}

/** A page that could not be read: why, and again. */
export function ControlFault({ fault, retry }: { fault: unknown; retry: () => void }) {
  const words = useWords(controlWords);
  const why = useProblemText()(fault);
  return (
    <FaultNote action={<Button onClick={retry}>{words.retry}</Button>}>
      {words.pageFault} {why}
    </FaultNote>
  );
}

/** The words of whatever a call has thrown. */
export function useProblemText(): (fault: unknown) => string {
  const { language } = useContext(PageContext);
  return (fault) => problemText(language, fault instanceof Problem ? fault : { code: 'internal' });
}
