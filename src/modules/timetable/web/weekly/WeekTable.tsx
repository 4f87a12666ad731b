import { useRef, useState } from 'preact/hooks';
import { useWords } from '#web/page-context.tsx';
import { timetableWords } from '../words.ts';
import { pageName, partName, roomName, teacherNames, type WeekBook } from './book.ts';
import { cardsAt, neighbour, type Place, placeKey, type Slot } from './place-rules.ts';
import { weeklyWords } from './words.ts';

type Acts = {
  readonly open: (slot: Slot, search?: string) => void;
  readonly openDay: (day: number) => void;
  readonly clear: (slot: Slot) => void;
  readonly copy: (slot: Slot) => void;
  readonly cut: (slot: Slot) => void;
  readonly paste: (slot: Slot) => void;
  readonly undo: () => void;
  readonly redo: () => void;
};

type Props = {
  readonly book: WeekBook;
  readonly cards: readonly Place[];
  readonly frame: { readonly days: readonly number[]; readonly numbers: readonly number[] };
  /** Keys of the cards that meet another. */
  readonly clashing: ReadonlySet<string>;
  readonly act: Acts;
};

/** The week as a grid that is walked by arrows; on a phone one day of it, chosen above. */
export function WeekTable({ book, cards, frame, clashing, act }: Props) {
  const words = useWords(weeklyWords);
  const timetable = useWords(timetableWords);
  const [chosen, choose] = useState<Slot>({ weekday: 1, number: frame.numbers[0] ?? 1 });
  const grid = useRef<HTMLTableElement>(null);
  const { days, numbers } = frame;
  const current = {
    weekday: days.includes(chosen.weekday) ? chosen.weekday : 1,
    number: numbers.includes(chosen.number) ? chosen.number : (numbers[0] ?? 1),
  };
  const look = (day: number) => (day === current.weekday ? 'is-chosen' : '');
  return (
    <>
      <div class="day-choice no-print" role="group" aria-label={timetable.days}>
        {days.map((day) => (
          <button
            key={day}
            type="button"
            aria-pressed={day === current.weekday}
            aria-label={words.weekdays[day]}
            onClick={() => choose({ ...current, weekday: day })}
          >
            <b>{words.weekdaysShort[day]}</b>
          </button>
        ))}
      </div>
      <div class="week-grid__frame">
        <table
          ref={grid}
          class="week-grid weekly-grid"
          {...{ role: 'grid' }}
          aria-label={words.week}
          onKeyDown={(event) => {
            if (!(event.target instanceof HTMLElement) || !event.target.dataset['at']) return;
            const to = onKey(event, { at: current, frame, act });
            if (to === null) return;
            choose(to);
            grid.current?.querySelector<HTMLElement>(`[data-at="${slotText(to)}"]`)?.focus();
          }}
        >
          <thead>
            <tr>
              <th scope="col" class="week-grid__corner">
                <span class="hidden-text">{timetable.lessonColumn}</span>
              </th>
              {days.map((day) => (
                <th key={day} scope="col" class={look(day)}>
                  <button
                    type="button"
                    class="weekly-grid__day"
                    aria-haspopup="dialog"
                    title={words.wholeDay(words.weekdays[day] ?? '')}
                    onClick={() => act.openDay(day)}
                  >
                    {words.weekdays[day]}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {numbers.map((number) => (
              <tr key={number}>
                <Times book={book} number={number} />
                {days.map((weekday) => {
                  const slot = { weekday, number };
                  const isCurrent = weekday === current.weekday && number === current.number;
                  return (
                    <td key={weekday} class={look(weekday)}>
                      <SlotButton
                        book={book}
                        slot={slot}
                        cards={cardsAt(cards, slot)}
                        clashing={clashing}
                        isCurrent={isCurrent}
                        onFocus={() => choose(slot)}
                        onOpen={() => act.open(slot)}
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Times({ book, number }: { book: WeekBook; number: number }) {
  const { week, schoolClass } = book;
  const bell = week.bells.find((one) => one.shift === schoolClass.shift && one.number === number);
  return (
    <th scope="row">
      <b>{number}</b>
      {bell ? (
        <span>
          {bell.starts}
          <br />
          {bell.ends}
        </span>
      ) : null}
    </th>
  );
}

type SlotProps = {
  readonly book: WeekBook;
  readonly slot: Slot;
  readonly cards: readonly Place[];
  readonly clashing: ReadonlySet<string>;
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
};

function SlotButton({ book, slot, cards, clashing, isCurrent, onFocus, onOpen }: SlotProps) {
  const words = useWords(weeklyWords);
  const place = words.at(words.weekdays[slot.weekday] ?? '', words.lesson(slot.number));
  return (
    <button
      type="button"
      class={`weekly-slot${cards.length > 1 ? ' weekly-slot--many' : ''}`}
      data-at={slotText(slot)}
      tabIndex={isCurrent ? 0 : -1}
      aria-haspopup="dialog"
      onFocus={onFocus}
      onClick={onOpen}
    >
      <span class="hidden-text">
        {place}
        {cards.length === 0 ? `: ${words.empty}` : ': '}
      </span>
      {cards.map((card) => (
        <Card
          key={placeKey(card)}
          book={book}
          card={card}
          isClash={clashing.has(placeKey(card))}
          isMany={cards.length > 1}
        />
      ))}
    </button>
  );
}

type CardProps = {
  readonly book: WeekBook;
  readonly card: Place;
  readonly isClash: boolean;
  readonly isMany: boolean;
};

function Card({ book, card, isClash, isMany }: CardProps) {
  const words = useWords(weeklyWords);
  const timetable = useWords(timetableWords);
  const page = book.pageOf(card.pageId);
  if (!page) return null;
  const room = roomName(book, card.roomId);
  const where = [
    words.cycleShort[card.cycle],
    partName(page),
    room === null ? null : timetable.room(room),
    teacherNames(book, page) || words.noTeacher,
  ];
  return (
    <span class={`week-lesson${isClash ? ' weekly-slot__clash' : ''}`}>
      <span class="week-lesson__subject" title={pageName(page)}>
        {isMany ? page.subject.shortName : page.subject.name}
      </span>
      <span class="week-lesson__where">
        {where.filter(Boolean).map((part) => (
          <span key={part}>{part}</span>
        ))}
      </span>
      {isClash ? <b class="week-lesson__alarm">{words.clashShort}</b> : null}
    </span>
  );
}

const slotText = ({ weekday, number }: Slot) => `${weekday} ${number}`;

type Keyed = { readonly at: Slot; readonly frame: Props['frame']; readonly act: Acts };

/** Does what the key says; answers the slot it leads to. */
function onKey(event: KeyboardEvent, { at, frame, act }: Keyed): Slot | null {
  if (event.ctrlKey || event.metaKey) {
    const done = {
      KeyC: () => act.copy(at),
      KeyX: () => act.cut(at),
      KeyV: () => act.paste(at),
      KeyZ: () => (event.shiftKey ? act.redo() : act.undo()),
      KeyY: () => act.redo(),
    }[event.code];
    if (done === undefined) return null;
    event.preventDefault();
    done();
    return null;
  }
  if (event.altKey) return null;
  const to = neighbour(at, event.key, frame);
  if (to !== null || event.key.startsWith('Arrow')) {
    event.preventDefault();
    return to;
  }
  if (event.key === 'Delete' || event.key === 'Backspace') {
    event.preventDefault();
    act.clear(at);
  } else if (/^\p{L}$/u.test(event.key)) {
    event.preventDefault();
    act.open(at, event.key);
  }
  return null;
}
