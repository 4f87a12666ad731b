import { useState } from 'preact/hooks';
import { useSession } from '#web/staff/session.ts';
import { Button } from '#web/ui/Button.tsx';
import { Field } from '#web/ui/Field.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { KeyCaps } from '#web/ui/staff/ShortcutBar.tsx';
import type { Journal } from '../page/journal.ts';
import { writeText } from '../page/write-text.ts';
import { PastePreview } from '../paste/PastePreview.tsx';
import { Bubble } from './Bubble.tsx';
import { CellMenu } from './CellMenu.tsx';
import { CellPanel } from './CellPanel.tsx';
import { LessonPanel } from './LessonPanel.tsx';

/** Whatever the page has open; one at a time. */
export function Dialogs({ journal }: { journal: Journal }) {
  const open = journal.dialog.value;
  switch (open?.kind) {
    case 'cell':
      return <CellPanel journal={journal} cell={open.cell} at={open.at} />;
    case 'menu':
      return <CellMenu journal={journal} cell={open.cell} />;
    case 'lesson':
      return <LessonPanel key={open.lessonId} journal={journal} lessonId={open.lessonId} />;
    case 'shortcuts':
      return <Shortcuts journal={journal} />;
    case 'paste':
      return <PastePreview journal={journal} table={open.table} at={open.at} />;
    case 'conflict':
      return <ConflictBubble journal={journal} place={open.key} />;
    case 'reason':
      return <ReasonBubble journal={journal} lessonId={open.lessonId} again={open.again} />;
    case undefined:
      return null;
  }
}

function Shortcuts({ journal: { words, close } }: { journal: Journal }) {
  return (
    <Sheet id="shortcuts" isOpen title={words.keys.title} onClose={close}>
      <div class="panel">
        {words.keys.groups.map(({ title, keys }) => (
          <section key={title} class="panel__part">
            <h3>{title}</h3>
            <dl class="key-list">
              {keys.map(([caps, word]) => (
                <div key={word}>
                  <dt>
                    <KeyCaps keys={caps} />
                  </dt>
                  <dd>{word}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <p class="quiet">{words.keys.note}</p>
      </div>
    </Sheet>
  );
}

/** Both values with who and when; nothing is overwritten without a choice. */
function ConflictBubble({ journal, place }: { journal: Journal; place: string }) {
  const { words, formats, store, schoolId, close } = journal;
  const zone = useSession().persons.find((person) => person.schoolId === schoolId)?.timeZone;
  const trouble = store.queue.state.value.troubles.find(({ write }) => write.key === place);
  if (trouble?.state !== 'conflict') return null;
  const when =
    trouble.at === null || zone === undefined
      ? null
      : `${formats.day(trouble.at)}, ${formats.time(trouble.at, zone)}`;
  const decide = (keep: 'mine' | 'theirs') => {
    close();
    store.queue.decide(place, keep);
  };
  return (
    <Bubble id="conflict" title={words.conflict.title} onClose={close}>
      <p class="quiet">{words.conflict.text}</p>
      <dl class="versions">
        <div>
          <dt>{words.conflict.mine}</dt>
          <dd>{writeText(journal, trouble.write.content)}</dd>
        </div>
        <div>
          <dt>{words.conflict.theirs(trouble.authorName, when)}</dt>
          <dd>{writeText(journal, trouble.theirs)}</dd>
        </div>
      </dl>
      <div class="bubble__acts">
        <Button onClick={() => decide('mine')}>{words.conflict.keepMine}</Button>
        <Button onClick={() => decide('theirs')}>{words.conflict.takeTheirs}</Button>
      </div>
    </Bubble>
  );
}

type ReasonProps = { readonly journal: Journal; readonly lessonId: string; readonly again: () => void };

/** Old lessons ask why; one answer holds for the lesson as long as the page is open. */
function ReasonBubble({ journal, lessonId, again }: ReasonProps) {
  const { words, acts, store, close } = journal;
  const [reason, setReason] = useState('');
  const give = (text: string) => {
    if (text.trim() === '') return;
    acts.giveReason(lessonId, text.trim());
    close();
    again();
  };
  const { reasonAfterDays } = store.model.value.facts.settings;
  return (
    <Bubble id="reason" title={words.reason.title} onClose={close}>
      <p class="quiet">{words.reason.text(words.reason.days(reasonAfterDays))}</p>
      <div class="values">
        {words.reason.usual.map((usual) => (
          <button key={usual} type="button" class="value value--word" onClick={() => give(usual)}>
            {usual}
          </button>
        ))}
      </div>
      <form
        class="reason"
        onSubmit={(event) => {
          event.preventDefault();
          give(reason);
        }}
      >
        <Field
          id="reason-text"
          label={words.reason.field}
          maxLength={300}
          value={reason}
          autofocus
          onInput={(event) => setReason(event.currentTarget.value)}
        />
        <Button kind="primary" type="submit" disabled={reason.trim() === ''}>
          {words.reason.go}
        </Button>
      </form>
    </Bubble>
  );
}
