import { useContext } from 'preact/hooks';
import { Problem } from '../api.ts';
import { PageContext, useWords } from '../page-context.tsx';
import { problemText } from '../problem-words.ts';
import { shellWords } from '../shell-words.ts';
import { Button } from '../ui/Button.tsx';
import { FaultNote } from '../ui/Notes.tsx';

/** A page that could not be read: why, and again. */
export function PageFault({ fault, retry }: { fault: unknown; retry: () => void }) {
  const words = useWords(shellWords);
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
