import { useContext } from 'preact/hooks';
import { PageContext } from '#web/page-context.tsx';
import { problemText } from '#web/problem-words.ts';
import { Button } from '#web/ui/Button.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import type { Journal } from './journal.ts';
import { writePlace, writeText } from './write-text.ts';

/** What the server did not take: nothing typed is lost without a word. */
export function Troubles({ journal }: { journal: Journal }) {
  const { store, words } = journal;
  const { language } = useContext(PageContext);
  const { troubles } = store.queue.state.value;
  const conflicts = troubles.filter(({ state }) => state === 'conflict');
  const [first] = conflicts;
  return (
    <>
      {first ? (
        <FaultNote
          action={
            <Button kind="quiet" onClick={() => journal.open({ kind: 'conflict', key: first.write.key })}>
              {words.decide}
            </Button>
          }
        >
          {writePlace(journal, first.write)}. {words.conflicts(conflicts.length)}
        </FaultNote>
      ) : null}
      {troubles.map((trouble) =>
        trouble.state === 'refused' ? (
          <FaultNote
            key={trouble.write.key}
            action={
              <Button kind="quiet" onClick={() => store.queue.decide(trouble.write.key, 'theirs')}>
                {words.putAway}
              </Button>
            }
          >
            {words.refused(
              writePlace(journal, trouble.write),
              writeText(journal, trouble.write.content),
              problemText(language, trouble),
            )}
          </FaultNote>
        ) : null,
      )}
    </>
  );
}
