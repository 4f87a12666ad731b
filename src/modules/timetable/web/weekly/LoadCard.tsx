import { useFormats, useWords } from '#web/page-context.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { warning } from '#web/ui/icons.ts';
import { loadRows, type NamedClash, pageName, teacherNames, type WeekBook } from './book.ts';
import type { Place, Slot } from './place-rules.ts';
import { tenths } from './SlotSheet.tsx';
import { weeklyWords } from './words.ts';

type Props = {
  readonly schoolId: number;
  readonly book: WeekBook;
  readonly cards: readonly Place[];
  readonly clashes: readonly NamedClash[];
  readonly heavy: readonly string[];
  readonly goTo: (slot: Slot) => void;
};

/** Beside the week: what it makes meet, where it is too full, what of the load is not placed yet. */
export function LoadCard({ schoolId, book, cards, clashes, heavy, goTo }: Props) {
  const words = useWords(weeklyWords);
  const formats = useFormats();
  const rows = loadRows(book, cards);
  const hours = (value: number) => tenths(value, formats.decimal);
  const placed = rows.reduce((sum, row) => sum + row.placed, 0);
  const planned = rows.reduce((sum, row) => sum + row.page.hoursTenths, 0);
  return (
    <div class="weekly__side no-print">
      <section aria-labelledby="weekly-clashes" aria-live="polite">
        {clashes.length === 0 ? null : (
          <div class="card weekly-clashes">
            <h2 id="weekly-clashes">{words.clashes}</h2>
            <ul>
              {clashes.map(({ key, slot, text }) => (
                <li key={key}>
                  <button type="button" onClick={() => goTo(slot)}>
                    <b>{words.at(words.weekdaysShort[slot.weekday] ?? '', words.lesson(slot.number))}</b>{' '}
                    {text}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )}
      </section>
      {heavy.map((text) => (
        <p key={text} class="weekly-heavy">
          <Icon path={warning} size={18} />
          {text}
        </p>
      ))}
      <section class="card" aria-labelledby="weekly-load">
        <div class="card__head">
          <h2 id="weekly-load">{words.load}</h2>
          <a href={`/people/${schoolId}/load?class=${book.schoolClass.id}`}>{words.toLoad}</a>
        </div>
        <p class="quiet">{words.sum(hours(placed), hours(planned))}</p>
        <ul class="weekly-load">
          {rows.map(({ page, placed: own, state }) => (
            <li key={page.id}>
              <span>
                {pageName(page)}
                <span class="quiet"> {teacherNames(book, page) || words.noTeacher}</span>
              </span>
              <span class={`weekly-hours weekly-hours--${state}`}>
                {words.hours(hours(own), hours(page.hoursTenths))}
                {state === 'open' ? null : (
                  <span class="hidden-text"> {state === 'over' ? words.over : words.all}</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
