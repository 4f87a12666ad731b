import { useContext } from 'preact/hooks';
import { Problem } from '#web/api.ts';
import { PageContext, useWords } from '#web/page-context.tsx';
import { problemText } from '#web/problem-words.ts';
import { Button } from '#web/ui/Button.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { timetableWords } from './words.ts';

/** A page that could not be read: why, and the way to try again. */
export function Fault({ fault, retry }: { fault: unknown; retry: () => void }) {
  const words = useWords(timetableWords);
  const { language } = useContext(PageContext);
  return (
    <FaultNote action={<Button onClick={retry}>{words.retry}</Button>}>
      {words.fault} {fault instanceof Problem ? problemText(language, fault) : ''}
    </FaultNote>
  );
}
