import { useMemo, useState } from 'preact/hooks';
import { useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Field } from '#web/ui/Field.tsx';
import { EmptyNote } from '#web/ui/Notes.tsx';
import { useModal } from '#web/ui/use-modal.ts';
import type { Place } from '../grid/area.ts';
import type { Journal } from '../page/journal.ts';
import { judged } from './judged-cells.ts';
import { Misfits } from './Misfits.tsx';
import { pastePlan } from './paste-plan.ts';
import { PasteTable } from './PasteTable.tsx';
import type { PastedTable } from './read-table.ts';
import { pasteWords } from './words.ts';
import './paste.css';

type PreviewProps = { readonly journal: Journal; readonly table: PastedTable; readonly at: Place };

/** What a spreadsheet brings: where each cell goes and what does not fit, before anything is written. */
export function PastePreview({ journal, table, at }: PreviewProps) {
  const { store, acts, close } = journal;
  const words = useWords(pasteWords);
  const [reason, setReason] = useState('');
  // A press outside closes nothing here: the table would have to be pasted again.
  const { ref, onCancel, onClose } = useModal(close);
  const plan = useMemo(() => {
    const { students, columns, offered } = store.model.peek();
    const codes = new Set(offered.map(({ code }) => code));
    return pastePlan(table, { students, columns, codes }, at);
  }, [store, table, at]);
  const cells = judged(store, plan.cells);
  const written = cells.filter(({ outcome }) => outcome === 'written');
  const same = cells.filter(({ outcome }) => outcome === 'same').length;
  const left = cells.length - written.length - same;
  const old = written.filter(({ said, column }) => said?.value && store.needsReason(column.lesson));
  const start = store.model.peek().students[at.row]?.name ?? '';
  const isReady = written.length > 0 && (old.length === 0 || reason.trim() !== '');
  const write = () => {
    for (const { column } of old) acts.giveReason(column.lesson.id, reason.trim());
    const pasted = written.map(({ student, column, said }) => ({
      cell: { student, column },
      value: said?.value ?? null,
      second: said?.second ?? null,
      fact: said?.fact ?? null,
    }));
    close();
    const result = acts.paste(pasted);
    journal.tell(
      result,
      pasted.map(({ cell }) => cell),
      write,
    );
    if (result.state === 'done') {
      tellPasted(journal, words.pasted(pasted.length));
    }
  };
  return (
    <dialog ref={ref} class="paste" aria-labelledby="paste-title" onCancel={onCancel} onClose={onClose}>
      <form
        class="paste__page"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) write();
        }}
      >
        <header class="paste__head">
          <h2 id="paste-title">{words.title}</h2>
          <p class="quiet">{plan.isByName ? words.byName : words.byPlace(start)}</p>
          <ul class="paste__counts">
            <li class="is-written">{words.count.written(written.length)}</li>
            {same > 0 ? <li>{words.count.same(same)}</li> : null}
            {left > 0 ? <li class="is-left">{words.count.left(left)}</li> : null}
          </ul>
        </header>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls is reached by keyboard */}
        <div class="paste__body" role="group" aria-label={words.preview} tabIndex={0}>
          {cells.length === 0 ? (
            <EmptyNote title={words.nothing} text={words.nothingText} />
          ) : (
            <PasteTable journal={journal} cells={cells} columns={plan.columns} />
          )}
          <Misfits journal={journal} cells={cells} misfits={plan.misfits} />
        </div>
        <footer class="paste__acts">
          {old.length === 0 ? null : (
            <div class="paste__reason">
              <p class="quiet">{words.reasonWanted}</p>
              <Field
                id="paste-reason"
                label={words.reason}
                maxLength={300}
                value={reason}
                onInput={(event) => setReason(event.currentTarget.value)}
              />
            </div>
          )}
          <Button kind="primary" type="submit" disabled={!isReady} autofocus={old.length === 0}>
            {written.length === 0 ? words.nothing : words.go(written.length)}
          </Button>
          <Button onClick={close}>{words.cancel}</Button>
        </footer>
      </form>
    </dialog>
  );
}

function tellPasted({ notice, spoken }: Journal, text: string): void {
  notice.value = { text, isFault: false };
  spoken.value = text;
}
