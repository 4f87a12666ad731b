import { useState } from 'preact/hooks';
import { useFormats, useWords } from '#web/page-context.tsx';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { printer } from '#web/ui/icons.ts';
import { EmptyNote, FaultNote } from '#web/ui/Notes.tsx';
import { clashesIn, frameOf, tooMany, type WeekBook } from './book.ts';
import { DaySheet } from './DaySheet.tsx';
import { LoadCard } from './LoadCard.tsx';
import { cardsAt, clearSlot, paste, placeKey, type Place, type Slot } from './place-rules.ts';
import { SaveSheet } from './SaveSheet.tsx';
import { SlotSheet } from './SlotSheet.tsx';
import { useWeekDraft } from './use-week-draft.ts';
import { WeekTable } from './WeekTable.tsx';
import { weeklyWords } from './words.ts';

type Props = { readonly schoolId: number; readonly book: WeekBook; readonly reread: () => void };

type Open =
  | { readonly kind: 'slot'; readonly slot: Slot; readonly search: string }
  | { readonly kind: 'day'; readonly day: number }
  | { readonly kind: 'save' };

/** The week of a class being put together: the grid, the load beside it, what stands against it, saving. */
export function WeekEditor({ schoolId, book, reread }: Props) {
  const words = useWords(weeklyWords);
  const formats = useFormats();
  const { week, schoolClass, own } = book;
  const draft = useWeekDraft(`${schoolId} ${schoolClass.id}`, book.standing);
  const [open, setOpen] = useState<Open | null>(null);
  const [copied, setCopied] = useState<readonly Place[]>([]);
  const [withSaturday, setSaturday] = useState(week.cards.some(({ weekday }) => weekday === 6));
  const { cards } = draft;
  const clashes = clashesIn(book, cards, words);
  const heavy = tooMany(book, cards, words);
  if (own.length === 0 && cards.length === 0) {
    const load = (
      <ButtonLink kind="primary" href={`/people/${schoolId}/load?class=${schoolClass.id}`}>
        {words.toLoad}
      </ButtonLink>
    );
    return <EmptyNote title={words.noPages} text={words.noPagesText} action={load} />;
  }
  const stood = new Set(draft.base.map(placeKey));
  const stands = new Set(cards.map(placeKey));
  const changes = Math.max(
    cards.filter((card) => !stood.has(placeKey(card))).length,
    draft.base.filter((card) => !stands.has(placeKey(card))).length,
  );
  const act = {
    open: (slot: Slot, search = '') => setOpen({ kind: 'slot', slot, search }),
    openDay: (day: number) => setOpen({ kind: 'day', day }),
    clear: (slot: Slot) => draft.set(clearSlot(cards, slot)),
    copy: (slot: Slot) => setCopied(cardsAt(cards, slot)),
    cut: (slot: Slot) => {
      setCopied(cardsAt(cards, slot));
      draft.set(clearSlot(cards, slot));
    },
    paste: (slot: Slot) => {
      if (copied.length > 0) draft.set(paste(cards, copied, slot));
    },
    undo: () => draft.undo?.(),
    redo: () => draft.redo?.(),
  };
  const close = () => setOpen(null);
  return (
    <div class="weekly__parts">
      <div class="weekly__main">
        <div class="weekly__tools no-print">
          <Button disabled={draft.undo === null} onClick={act.undo}>
            {words.undo}
          </Button>
          <Button disabled={draft.redo === null} onClick={act.redo}>
            {words.redo}
          </Button>
          <label class="tick">
            <input
              type="checkbox"
              checked={withSaturday}
              onChange={(event) => setSaturday(event.currentTarget.checked)}
            />
            <span>{words.saturday}</span>
          </label>
          <span class="week-bar__print">
            <Button onClick={() => print()}>
              <Icon path={printer} size={18} />
              {words.print}
            </Button>
          </span>
        </div>
        <WeekTable
          book={book}
          cards={cards}
          frame={frameOf(book, cards, withSaturday)}
          clashing={clashes.keys}
          act={act}
        />
        <p class="weekly__keys quiet no-print">{words.keys}</p>
      </div>
      <LoadCard
        schoolId={schoolId}
        book={book}
        cards={cards}
        clashes={clashes.list}
        heavy={heavy}
        goTo={(slot) => act.open(slot)}
      />
      {draft.isTouched ? (
        <div class="save-bar weekly__save no-print" role="region" aria-label={words.changesName}>
          {draft.isOutdated ? (
            <FaultNote action={<Button onClick={draft.carryOver}>{words.carryOver}</Button>}>
              {words.outdated}
            </FaultNote>
          ) : null}
          <div class="save-bar__line">
            <p class="quiet">{words.changed(changes)}</p>
            <Button onClick={draft.reset}>{draft.isOutdated ? words.showNew : words.reset}</Button>
            {draft.isOutdated ? null : (
              <Button kind="primary" aria-haspopup="dialog" onClick={() => setOpen({ kind: 'save' })}>
                {words.saveFrom(formats.day(week.from))}
              </Button>
            )}
          </div>
        </div>
      ) : null}
      {open?.kind === 'slot' ? (
        <SlotSheet
          book={book}
          cards={cards}
          slot={open.slot}
          firstSearch={open.search}
          frame={frameOf(book, cards, withSaturday)}
          set={draft.set}
          onClose={close}
        />
      ) : null}
      {open?.kind === 'day' ? (
        <DaySheet
          day={open.day}
          days={frameOf(book, cards, withSaturday).days}
          cards={cards}
          set={draft.set}
          onClose={close}
        />
      ) : null}
      {open?.kind === 'save' && draft.isTouched ? (
        <SaveSheet
          schoolId={schoolId}
          book={book}
          wanted={{ classId: schoolClass.id, from: week.from, cards, expected: draft.base }}
          onClose={close}
          onDone={() => {
            close();
            reread();
          }}
        />
      ) : null}
    </div>
  );
}
