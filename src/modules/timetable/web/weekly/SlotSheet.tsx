import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { className } from '#modules/roster/school-class/rules.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Field, Select } from '#web/ui/Field.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { matches } from '../names.ts';
import { timetableWords } from '../words.ts';
import { loadRows, meets, pageName, teacherNames, usualRoom, type LoadRow, type WeekBook } from './book.ts';
import { cardsAt, change, type Place, placeKey, put, type Slot, take } from './place-rules.ts';
import { weeklyWords } from './words.ts';

type Props = {
  readonly book: WeekBook;
  readonly cards: readonly Place[];
  readonly slot: Slot;
  /** The letter it was opened with. */
  readonly firstSearch: string;
  readonly frame: { readonly days: readonly number[]; readonly numbers: readonly number[] };
  readonly set: (cards: readonly Place[]) => void;
  readonly onClose: () => void;
};

/** One lesson of the week: what stands there, and what of the load can be put there. */
export function SlotSheet({ book, cards, slot, firstSearch, frame, set, onClose }: Props) {
  const words = useWords(weeklyWords);
  const [search, setSearch] = useState(firstSearch);
  const here = cardsAt(cards, slot);
  const box = useRef<HTMLFormElement>(null);
  // At once, so that no letter typed fast is lost.
  useLayoutEffect(() => {
    const input = box.current?.querySelector('input');
    input?.focus();
    input?.setSelectionRange(firstSearch.length, firstSearch.length);
  }, [firstSearch]);
  const rows = loadRows(book, cards).filter(
    ({ page }) =>
      !page.isRetired &&
      here.every(({ pageId }) => pageId !== page.id) &&
      matches(`${pageName(page)} ${teacherNames(book, page)}`, search),
  );
  const choose = ({ page }: LoadRow) => {
    const roomId = usualRoom(book, page, cards);
    set(put(cards, { ...slot, pageId: page.id, cycle: 'every', roomId }));
    // The other half of a division is put beside it.
    if (page.group.divisionTag === null || here.length > 0) onClose();
    else setSearch('');
  };
  const title = words.at(words.weekdays[slot.weekday] ?? '', words.lesson(slot.number));
  return (
    <Sheet id="weekly-slot" isOpen title={title.slice(0, 1).toUpperCase() + title.slice(1)} onClose={onClose}>
      <div class="sheet-form">
        {here.map((card) => (
          <CardFields key={placeKey(card)} {...{ book, cards, card, frame, set }} />
        ))}
        <form
          ref={box}
          class="weekly-choice"
          onSubmit={(event) => {
            event.preventDefault();
            const [first] = rows;
            if (first) choose(first);
          }}
        >
          <Field
            id="weekly-search"
            type="search"
            label={words.addLesson}
            placeholder={words.findSubject}
            autocomplete="off"
            value={search}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
        </form>
        {rows.length === 0 ? (
          <p class="quiet" role="status">
            {words.nothingFound}
          </p>
        ) : (
          <ul class="weekly-choice__list">
            {rows.map((row) => (
              <Choice key={row.page.id} book={book} row={row} slot={slot} choose={() => choose(row)} />
            ))}
          </ul>
        )}
      </div>
    </Sheet>
  );
}

type ChoiceProps = {
  readonly book: WeekBook;
  readonly row: LoadRow;
  readonly slot: Slot;
  readonly choose: () => void;
};

function Choice({ book, row: { page, placed, state }, slot, choose }: ChoiceProps) {
  const words = useWords(weeklyWords);
  const formats = useFormats();
  const clash = meets(book, { ...slot, pageId: page.id, cycle: 'every', roomId: null }, words);
  const hours = words.hours(tenths(placed, formats.decimal), tenths(page.hoursTenths, formats.decimal));
  return (
    <li>
      <button type="button" class="weekly-choice__page" onClick={choose}>
        <b>{pageName(page)}</b>
        <span class={state === 'open' ? 'weekly-hours weekly-hours--open' : 'weekly-hours'}>{hours}</span>
        <span class="quiet">{teacherNames(book, page) || words.noTeacher}</span>
        {clash === null ? null : <span class="weekly-choice__clash">{clash}</span>}
      </button>
    </li>
  );
}

/** «3», «1,5» */
export function tenths(value: number, decimal: (value: number, digits?: number) => string): string {
  return value % 10 === 0 ? String(value / 10) : decimal(value / 10, 1);
}

type CardProps = Pick<Props, 'book' | 'cards' | 'frame' | 'set'> & { readonly card: Place };

function CardFields({ book, cards, card, frame, set }: CardProps) {
  const words = useWords(weeklyWords);
  const timetable = useWords(timetableWords);
  const page = book.pageOf(card.pageId);
  if (!page) return null;
  const id = `weekly-${placeKey(card)}`;
  const to = (more: Partial<Place>) => set(change(cards, card, more));
  const others = book.week.classes.filter(
    (one) => page.group.classIds.includes(one.id) && one.id !== book.schoolClass.id,
  );
  return (
    <fieldset class="weekly-card">
      <legend>{pageName(page)}</legend>
      <p class="quiet">
        {[
          teacherNames(book, page) || words.noTeacher,
          ...(others.length > 0 ? [words.withOthers(others.map(className).join(', '))] : []),
          ...(page.isRetired ? [words.closed] : []),
        ].join(' · ')}
      </p>
      <div class="weekly-card__fields">
        <Select
          id={`${id}-room`}
          label={words.room}
          value={card.roomId ?? ''}
          onChange={(event) => to({ roomId: event.currentTarget.value || null })}
        >
          <option value="">{words.noRoom}</option>
          {book.week.rooms.map((room) => (
            <option key={room.id} value={room.id}>
              {timetable.roomTitle(room.name)}
            </option>
          ))}
        </Select>
        <Select
          id={`${id}-cycle`}
          label={words.cycle}
          value={card.cycle}
          onChange={(event) => to({ cycle: event.currentTarget.value as Place['cycle'] })}
        >
          {(['every', 'A', 'B'] as const).map((cycle) => (
            <option key={cycle} value={cycle}>
              {words.cycles[cycle]}
            </option>
          ))}
        </Select>
        <Select
          id={`${id}-day`}
          label={words.day}
          value={String(card.weekday)}
          onChange={(event) => to({ weekday: Number(event.currentTarget.value) })}
        >
          {frame.days.map((day) => (
            <option key={day} value={day}>
              {words.weekdays[day]}
            </option>
          ))}
        </Select>
        <Select
          id={`${id}-number`}
          label={words.number}
          value={String(card.number)}
          onChange={(event) => to({ number: Number(event.currentTarget.value) })}
        >
          {frame.numbers.map((number) => (
            <option key={number} value={number}>
              {words.lesson(number)}
            </option>
          ))}
        </Select>
      </div>
      <div>
        <Button kind="quiet" aria-label={words.remove(pageName(page))} onClick={() => set(take(cards, card))}>
          {words.removeShort}
        </Button>
      </div>
    </fieldset>
  );
}
