import { useState } from 'preact/hooks';
import { useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Select } from '#web/ui/Field.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { clearDay, copyDay, type Place } from './place-rules.ts';
import { weeklyWords } from './words.ts';

type Props = {
  readonly day: number;
  readonly days: readonly number[];
  readonly cards: readonly Place[];
  readonly set: (cards: readonly Place[]) => void;
  readonly onClose: () => void;
};

/** A whole day of the week: copied onto another one, or cleared. */
export function DaySheet({ day, days, cards, set, onClose }: Props) {
  const words = useWords(weeklyWords);
  const others = days.filter((one) => one !== day);
  const [to, setTo] = useState(others[0] ?? day);
  const done = (next: readonly Place[]) => {
    set(next);
    onClose();
  };
  return (
    <Sheet id="weekly-day" isOpen title={words.dayTitle(words.weekdays[day] ?? '')} onClose={onClose}>
      <div class="sheet-form">
        <Select
          id="weekly-day-to"
          label={words.copyTo}
          hint={words.copyHint}
          value={String(to)}
          onChange={(event) => setTo(Number(event.currentTarget.value))}
        >
          {others.map((one) => (
            <option key={one} value={one}>
              {words.weekdays[one]}
            </option>
          ))}
        </Select>
        <div class="sheet-form__choice">
          <Button kind="primary" onClick={() => done(copyDay(cards, day, to))}>
            {words.copy}
          </Button>
          <Button onClick={() => done(clearDay(cards, day))}>{words.clearDay}</Button>
        </div>
      </div>
    </Sheet>
  );
}
