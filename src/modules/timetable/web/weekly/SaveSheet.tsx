import { useState } from 'preact/hooks';
import { useFormats, useWords } from '#web/page-context.tsx';
import { useProblemText } from '#web/staff/Fault.tsx';
import { goToSignIn, isSessionOver } from '#web/staff/session.ts';
import { Button } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { warning } from '#web/ui/icons.ts';
import { FaultNote } from '#web/ui/Notes.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { useReading } from '../reading.ts';
import { type Effect, previewWeekly, saveWeekly, takeBack, type Wanted } from './acts.ts';
import { clashesIn, type WeekBook } from './book.ts';
import { weeklyWords } from './words.ts';

type Props = {
  readonly schoolId: number;
  readonly book: WeekBook;
  readonly wanted: Wanted;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** What saving will do to the lessons, and the word to do it. */
export function SaveSheet({ schoolId, book, wanted, onClose, onDone }: Props) {
  const words = useWords(weeklyWords);
  const formats = useFormats();
  const problemText = useProblemText();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const { shown, fault, reread } = useReading(schoolId, JSON.stringify(wanted), (signal) =>
    previewWeekly(schoolId, wanted, signal),
  );
  const effect = fault === null ? shown : null;
  const day = formats.day(wanted.from);
  const send = async () => {
    if (!effect) return;
    setSending(true);
    setRefusal(null);
    try {
      await saveWeekly(schoolId, wanted, effect.fingerprint);
      const back = () => {
        takeBack(schoolId, wanted).then(
          () => showToast(words.takenBack),
          (error: unknown) => showToast(problemText(error)),
        );
      };
      showToast(words.saved(day), back);
      onDone();
    } catch (error) {
      setSending(false);
      if (isSessionOver(error)) goToSignIn();
      else {
        setRefusal(problemText(error));
        reread();
      }
    }
  };
  const isClash = (effect?.clashes.length ?? 0) > 0;
  return (
    <Sheet
      id="weekly-save"
      isOpen
      title={words.effect}
      context={book.week.year ? words.until(day, formats.day(book.week.year.endDate)) : null}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="primary" disabled={!effect || isSending} onClick={() => void send()}>
            {isClash ? words.confirmAnyway : words.saveFrom(day)}
          </Button>
        </>
      }
    >
      <div class="sheet-form" aria-live="polite">
        {refusal === null ? null : <FaultNote>{refusal}</FaultNote>}
        {fault === null ? null : <FaultNote>{problemText(fault)}</FaultNote>}
        {effect ? <EffectList effect={effect} book={book} wanted={wanted} /> : null}
        {effect === null && fault === null ? <p class="quiet">{words.counting}</p> : null}
      </div>
    </Sheet>
  );
}

function EffectList({ effect, book, wanted }: { effect: Effect; book: WeekBook; wanted: Wanted }) {
  const words = useWords(weeklyWords);
  const formats = useFormats();
  const { counts, held, homework, later } = effect;
  const said = (['added', 'moved', 'retired'] as const).flatMap((part) =>
    counts[part] > 0 ? [words.counts[part](counts[part])] : [],
  );
  const looks = [
    held.marks > 0 ? words.marks(held.marks) : null,
    held.notes > 0 ? words.notes(held.notes) : null,
    counts.byHand > 0 ? words.byHand(counts.byHand) : null,
    later.length > 0 ? words.later(later.map(formats.day).join(', ')) : null,
    homework > 0 ? words.homework(homework) : null,
  ].filter((text) => text !== null);
  const { list } = clashesIn(book, wanted.cards, words);
  return (
    <>
      <ul class="weekly-effect">
        {(said.length === 0 ? [words.nothing] : said).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {looks.map((text) => (
        <p key={text} class="weekly-heavy">
          <Icon path={warning} size={18} />
          {text}
        </p>
      ))}
      {effect.clashes.length === 0 ? null : (
        <section class="weekly-clashes" aria-labelledby="weekly-save-clashes">
          <h3 id="weekly-save-clashes">{words.clashes}</h3>
          <ul>
            {list.map(({ key, slot, text }) => (
              <li key={key}>
                <b>{words.at(words.weekdaysShort[slot.weekday] ?? '', words.lesson(slot.number))}</b> {text}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
