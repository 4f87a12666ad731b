import { useContext } from 'preact/hooks';
import { Problem } from '#web/api.ts';
import { PageContext, useWords } from '#web/page-context.tsx';
import { problemText } from '#web/problem-words.ts';
import { Button } from '#web/ui/Button.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { officeWords } from '../words.ts';

/** A page that could not be read: why, and again. */
export function PageFault({ fault, retry }: { fault: unknown; retry: () => void }) {
  const words = useWords(officeWords);
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
