import { Button } from '#web/ui/Button.tsx';
import { SaveDot } from '#web/ui/staff/SaveDot.tsx';
import type { Journal } from '../page/journal.ts';

/** How a text or a work stands with the server. */
export function SaveWord({ journal, place }: { journal: Journal; place: string }) {
  const { store, words } = journal;
  void store.changes.value;
  const state = store.stateOf(place);
  const isRefused = store.queue.state.value.troubles.some(
    (trouble) => trouble.state === 'refused' && trouble.write.key === place,
  );
  if (isRefused) return <p class="save-word is-fault">{words.lesson.save.refused}</p>;
  // The line is there before it says anything: what a press is meant for must not move away under it.
  if (state === null) return <p class="save-word" role="status" />;
  if (state === 'conflict') {
    return (
      <p class="save-word is-fault">
        <SaveDot state="conflict" /> {words.lesson.save.conflict}{' '}
        <Button kind="quiet" onClick={() => journal.open({ kind: 'conflict', key: place })}>
          {words.decide}
        </Button>
      </p>
    );
  }
  return (
    <p class="save-word" role="status">
      <SaveDot state={state} /> {words.lesson.save[state]}
    </p>
  );
}
