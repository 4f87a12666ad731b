import { useFormats, useWords } from '#web/page-context.tsx';
import type { DayBoard } from '../../day/contract.ts';
import { whatName, whomName } from '../special-days/names.ts';
import { specialDaysWords } from '../special-days/words.ts';
import { timetableWords } from '../words.ts';

/** Whom the day is special for, and how many lessons fall out with it: they are told once, not one by one. */
export function SpecialDays({ special }: Pick<DayBoard, 'special'>) {
  const words = useWords(timetableWords);
  const days = useWords(specialDaysWords);
  const formats = useFormats();
  if (special.length === 0) return null;
  return (
    <section class="board__part" aria-labelledby="board-special">
      <h2 id="board-special">{words.specialDays}</h2>
      <ul class="board__people">
        {special.map((one) => {
          const facts = [
            words.reasons[one.reasonCode],
            one.from === one.to ? null : words.until(formats.day(one.to)),
            one.cancelled > 0 ? words.fallenOut(one.cancelled) : null,
          ].filter((part) => part !== null);
          return (
            <li key={one.id}>
              <span>
                <b>{whomName(one, days)}</b> · {whatName(one, days)}
                <span class="quiet"> · {facts.join(' · ')}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
